import { jsApis } from './apis.js'

const settings = jsApis.filter((api) => api.isSetting === true).map(({ name }) => name)

/**
 * The script a page loads in place of WeChat's. It asks the simulator whether `wx.config` is in order for the address
 * the page really has; interfaces that only tell WeChat something succeed, the others say that nothing is simulated.
 */
export const jweixin: string = `'use strict';
(function () {
  var base = document.currentScript.src.replace(/[^/]*$/, '');
  var apis = ${JSON.stringify(jsApis.map(({ name }) => name))};
  var settings = ${JSON.stringify(settings)};
  var state = 'new', allowed = [], failure, onReady = [], onError = [];
  var wx = {};

  function say(text) { console.info('[@wx/simulator] ' + text); }

  function settle(answer) {
    state = answer.ok ? 'ok' : 'failed';
    say(answer.errMsg + (answer.problem ? ': ' + answer.problem : ''));
    if (answer.ok) return onReady.splice(0).forEach(function (call) { call(); });
    failure = { errMsg: answer.errMsg };
    onError.splice(0).forEach(function (call) { call(failure); });
  }

  function end(options, outcome, result) {
    if (options[outcome]) options[outcome](result);
    if (options.complete) options.complete(result);
  }

  wx.config = function (options) {
    state = 'new';
    allowed = options.jsApiList || [];
    var query = new URLSearchParams({
      appId: options.appId, url: location.href.split('#')[0], nonceStr: options.nonceStr,
      timestamp: options.timestamp, signature: options.signature, jsApiList: allowed.join(',')
    });
    fetch(base + 'check?' + query).then(function (response) { return response.json(); }).then(settle, function () {
      settle({ ok: false, errMsg: 'config:fail', problem: 'the simulator does not answer' });
    });
  };

  wx.ready = function (call) { if (state === 'ok') call(); else onReady.push(call); };

  wx.error = function (call) { if (state === 'failed') call(failure); else onError.push(call); };

  wx.checkJsApi = function (options) {
    var checkResult = {};
    options.jsApiList.forEach(function (name) { checkResult[name] = apis.indexOf(name) >= 0; });
    end(options, 'success', { checkResult: checkResult, errMsg: 'checkJsApi:ok' });
  };

  apis.forEach(function (name) {
    wx[name] = function (options) {
      options = options || {};
      if (state !== 'ok' || allowed.indexOf(name) < 0) return end(options, 'fail', { errMsg: name + ':permission denied' });
      if (settings.indexOf(name) >= 0) return end(options, 'success', { errMsg: name + ':ok' });
      end(options, 'fail', { errMsg: name + ':fail, not simulated' });
    };
  });

  window.wx = window.jWeixin = wx;
})();
`
