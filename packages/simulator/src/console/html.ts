/** The page of the console. Everything that changes is filled in by the script, as text. */
export const pageHtml: string = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>微信模拟器 WeChat simulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/console.css">
</head>
<body>
<header class="bar">
  <h1>微信模拟器 <span lang="en">WeChat simulator</span></h1>
  <div class="clock" role="group" aria-label="时钟 Clock">
    <time id="now"></time>
    <button type="button" data-advance="5000">+5 秒 <span lang="en">s</span></button>
    <button type="button" data-advance="3600000">+1 小时 <span lang="en">h</span></button>
    <a href="/about">模拟范围 <span lang="en">About</span></a>
  </div>
</header>
<p id="notice" class="notice" role="status" hidden></p>
<main>
  <section class="setup" aria-label="账号 Account">
    <div class="pick">
      <label>账号 <span lang="en">Account</span> <select id="account"></select></label>
      <label>用户 <span lang="en">User</span> <select id="user"></select></label>
      <button type="button" id="new-user">新用户 <span lang="en">New user</span></button>
    </div>
    <form id="connect" class="row">
      <label class="grow">服务器地址 <span lang="en">URL</span>
        <input name="url" type="url" required placeholder="http://127.0.0.1:3000/wx" autocomplete="off"></label>
      <button>验证 <span lang="en">Verify</span></button>
    </form>
    <details id="config">
      <summary>机器人配置 <span lang="en">Robot settings</span></summary>
      <dl id="settings" class="facts"></dl>
    </details>
    <details id="client">
      <summary>接口配置 <span lang="en">Client settings</span></summary>
      <dl id="client-settings" class="facts"></dl>
    </details>
    <details id="desk">
      <summary>客服工作台 <span lang="en">Agent's desk</span> <span id="waiting-count" class="bad"></span></summary>
      <div class="pick">
        <label>客服 <span lang="en">Agent</span> <select id="agent"></select></label>
        <button type="button" id="new-agent">新客服 <span lang="en">New agent</span></button>
      </div>
      <div class="row">
        <button type="button" id="presence">上线 <span lang="en">Go online</span></button>
        <label class="check"><input id="auto-accept" type="checkbox"> 自动接入 <span lang="en">Accept by itself</span></label>
      </div>
      <h3>等待接入 <span lang="en">Waiting</span></h3>
      <ul id="waiting" class="people"></ul>
      <h3>会话 <span lang="en">Sessions</span></h3>
      <ul id="sessions" class="people"></ul>
      <ol id="talk" class="chat" aria-label="对话 Talk" aria-live="polite"></ol>
      <form id="say" class="row">
        <input name="content" required autocomplete="off" aria-label="回复用户 Write to the user" placeholder="回复用户 Write to the user">
        <button>发送 <span lang="en">Send</span></button>
      </form>
    </details>
    <details id="create">
      <summary>新建账号 <span lang="en">New account</span></summary>
      <form id="new-account" class="row">
        <label>类型 <span lang="en">Kind</span>
          <select name="kind">
            <option value="test">测试号 test</option>
            <option value="subscription">订阅号 subscription</option>
            <option value="service">服务号 service</option>
            <option value="miniProgram">小程序 mini program</option>
          </select></label>
        <label>加密 <span lang="en">Mode</span>
          <select name="mode">
            <option value="secure">安全 secure</option>
            <option value="compatible">兼容 compatible</option>
            <option value="plain">明文 plain</option>
          </select></label>
        <label>格式 <span lang="en">Format</span>
          <select name="format"><option value="xml">XML</option><option value="json">JSON</option></select></label>
        <button>创建 <span lang="en">Create</span></button>
      </form>
    </details>
  </section>

  <section class="phone" aria-label="手机 Phone">
    <header id="title"></header>
    <ol id="chat" class="chat" aria-live="polite"></ol>
    <div class="tools" id="tools">
      <button type="button" data-send="image">图片 <span lang="en">Image</span></button>
      <button type="button" data-send="voice">语音 <span lang="en">Voice</span></button>
      <button type="button" data-send="location">位置 <span lang="en">Place</span></button>
      <button type="button" data-send="link">链接 <span lang="en">Link</span></button>
      <button type="button" data-act="follow" class="official">关注 <span lang="en">Follow</span></button>
      <button type="button" data-act="unfollow" class="official">取关 <span lang="en">Unfollow</span></button>
      <button type="button" data-act="scan" class="official">扫码 <span lang="en">Scan</span></button>
      <button type="button" data-act="session" class="mini">进入客服 <span lang="en">Enter</span></button>
    </div>
    <form id="write" class="row">
      <input name="content" required autocomplete="off" aria-label="消息 Message" placeholder="输入消息 Write a message">
      <button>发送 <span lang="en">Send</span></button>
    </form>
    <nav id="menu" class="menu" aria-label="菜单 Menu"></nav>
  </section>

  <section class="wire" aria-label="通信 Wire">
    <div class="row">
      <h2 class="grow">通信 <span lang="en">Wire</span></h2>
      <label class="side">显示 <span lang="en">Show</span>
        <select id="which">
          <option value="">全部 all</option>
          <option value="push">推送 pushes</option>
          <option value="api">接口 API</option>
        </select></label>
    </div>
    <ol id="exchanges" class="exchanges"></ol>
    <article id="detail" class="detail" hidden></article>
  </section>
</main>
<script src="/console.js"></script>
</body>
</html>
`
