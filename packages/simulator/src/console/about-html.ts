/** The page that says what is simulated and what is not. Filled in by its script. */
export const aboutHtml: string = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>模拟范围 About — 微信模拟器 WeChat simulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/console.css">
</head>
<body>
<header class="bar">
  <h1>模拟范围 <span lang="en">What is simulated</span></h1>
  <a href="/">← 控制台 <span lang="en">Console</span></a>
</header>
<p id="notice" class="notice bad" role="status" hidden></p>
<main class="about">
  <form id="filter" class="row" role="search">
    <label class="grow">搜索 <span lang="en">Search</span>
      <input name="words" type="search" autocomplete="off" placeholder="menu, /cgi-bin/tags, 45009 …"></label>
    <label>显示 <span lang="en">Show</span>
      <select name="which">
        <option value="all">全部 all</option>
        <option value="simulated">已模拟 simulated</option>
        <option value="missing">未模拟 not simulated</option>
      </select></label>
  </form>
  <p id="counts" role="status"></p>
  <nav class="row" aria-label="目录 Contents">
    <a href="#section-endpoints">接口 <span lang="en">Endpoints</span></a>
    <a href="#section-pages">页面 <span lang="en">Pages</span></a>
    <a href="#section-pushes">推送 <span lang="en">Pushes</span></a>
  </nav>
  <section id="section-endpoints" aria-label="接口 Endpoints">
    <h2>接口 <span lang="en">Endpoints</span></h2>
    <ul id="endpoints" class="cards"></ul>
  </section>
  <section id="section-pages" aria-label="页面 Pages">
    <h2>页面 <span lang="en">Pages</span></h2>
    <ul id="pages" class="cards"></ul>
  </section>
  <section id="section-pushes" aria-label="推送 Pushes">
    <h2>推送：已知差异 <span lang="en">Pushes: known differences</span></h2>
    <ul id="differences" class="cards"></ul>
    <h2>推送：判定规则 <span lang="en">Pushes: rules of the judge</span></h2>
    <ul id="rules" class="cards"></ul>
  </section>
</main>
<script src="/about.js"></script>
</body>
</html>
`
