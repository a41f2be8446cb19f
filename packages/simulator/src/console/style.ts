/** The console's looks: one column on a phone, three parts side by side on a desk. */
export const pageStyle: string = `
:root {
  color-scheme: light dark;
  --line: light-dark(#d9d9d9, #3a3a3a);
  --page: light-dark(#f3f4f5, #161616);
  --card: light-dark(#ffffff, #222222);
  --ink: light-dark(#1b1b1b, #e8e8e8);
  --soft: light-dark(#5c5f63, #a3a7ad);
  --mine: light-dark(#95ec69, #2f7d32);
  --accent: light-dark(#067a3e, #4cc38a);
  --bad: light-dark(#b3261e, #ff8a80);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
}
[hidden] { display: none !important; }
span[lang="en"] { font-size: .8em; color: var(--soft); }
h1 { font-size: 1.1rem; margin: 0; }
h2 { font-size: 1rem; margin: 0; }
button, input, select {
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px;
  padding: .35rem .6rem; min-width: 0; max-width: 100%;
}
button { cursor: pointer; }
button:hover { border-color: var(--accent); }
button:disabled { cursor: default; opacity: .45; border-color: var(--line); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.bar {
  display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between;
  padding: .6rem 1rem; background: var(--card); border-bottom: 1px solid var(--line);
}
.clock { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; font-variant-numeric: tabular-nums; }
.notice { margin: 0; padding: .5rem 1rem; border-bottom: 1px solid var(--line); background: var(--card); overflow-wrap: anywhere; }
.notice.bad, .bad { color: var(--bad); }
.good { color: var(--accent); }
main {
  display: grid; gap: 1rem; padding: 1rem; margin: 0 auto; max-width: 1600px;
  grid-template-columns: minmax(0, 26rem) minmax(0, 1fr); grid-template-rows: auto 1fr;
  grid-template-areas: "setup wire" "phone wire";
}
.setup { grid-area: setup; display: grid; gap: .6rem; align-content: start; }
.phone { grid-area: phone; }
.wire { grid-area: wire; display: grid; gap: .6rem; align-content: start; min-width: 0; }
.setup, .wire, .phone { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem; }
.pick, .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
label { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .3rem; font-size: .85rem; color: var(--soft); min-width: 0; }
label > input, label > select { flex: 1 1 100%; width: 100%; }
.pick label { flex: 1 1 8rem; }
.grow { flex: 1 1 12rem; }
.row > input { flex: 1 1 8rem; }
summary { cursor: pointer; }
details form { margin-top: .5rem; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .8rem; margin: .5rem 0 0; font-size: .85rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
.phone { display: flex; flex-direction: column; padding: 0; overflow: hidden; height: min(70vh, 46rem); min-height: 30rem; }
.phone > header { padding: .6rem; text-align: center; border-bottom: 1px solid var(--line); font-weight: 600; overflow-wrap: anywhere; }
.chat { flex: 1; overflow-y: auto; list-style: none; margin: 0; padding: .8rem; background: var(--page); display: flex; flex-direction: column; gap: .6rem; }
.chat li { max-width: 82%; padding: .45rem .7rem; border-radius: 8px; background: var(--card); white-space: pre-wrap; overflow-wrap: anywhere; align-self: flex-start; }
.chat .user { align-self: flex-end; background: var(--mine); }
.chat .event, .chat .banner { align-self: center; background: none; color: var(--soft); font-size: .85rem; text-align: center; max-width: 95%; }
.chat .banner { color: var(--bad); }
.chat .kind { display: block; font-size: .75rem; color: var(--soft); }
.chat .card { min-width: min(16rem, 82%); }
.chat .article { display: block; color: inherit; text-decoration: none; }
.chat .article + .article { border-top: 1px solid var(--line); padding-top: .4rem; margin-top: .4rem; }
.chat a.article:hover strong { text-decoration: underline; }
.chat .cover { display: block; width: 100%; max-height: 9rem; object-fit: cover; border-radius: 4px; margin-bottom: .3rem; }
.chat .article + .article .cover { float: right; width: 3rem; height: 3rem; margin: 0 0 .2rem .6rem; }
.chat .lines { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .8rem; margin: .3rem 0; }
.chat .lines dt { color: var(--soft); max-width: 8rem; }
.chat .lines dd { margin: 0; }
.chat .lines .whole { grid-column: 1 / -1; }
.chat .more { display: block; border-top: 1px solid var(--line); padding-top: .3rem; font-size: .85rem; }
.chat .entry { display: block; width: 100%; margin: .3rem 0; text-align: left; color: var(--accent); }
#desk[open] { display: grid; gap: .5rem; }
#desk > * { margin-top: .5rem; }
#desk h3 { font-size: .85rem; margin-bottom: 0; }
.people { list-style: none; padding: 0; margin: 0; }
.people > li { margin-top: .3rem; align-items: center; }
.people .grow { flex: 1 1 6rem; text-align: left; overflow-wrap: anywhere; }
.people button[aria-pressed="true"] { border-color: var(--accent); }
.people:empty::after { content: "没有 none"; font-size: .85rem; color: var(--soft); }
#talk { max-height: 14rem; padding: .5rem; border-radius: 6px; }
#talk:empty { display: none; }
.check { flex-wrap: nowrap; align-items: center; }
.check > input { flex: none; width: auto; }
.tools { display: flex; flex-wrap: wrap; gap: .35rem; padding: .5rem; border-top: 1px solid var(--line); }
.tools button { padding: .2rem .5rem; }
#write { padding: 0 .5rem .5rem; flex-wrap: nowrap; }
.menu { display: flex; border-top: 1px solid var(--line); }
.menu > div { flex: 1 1 0; position: relative; min-width: 0; }
.menu > div + div { border-left: 1px solid var(--line); }
.menu button { width: 100%; border: 0; border-radius: 0; padding: .6rem .3rem; overflow-wrap: anywhere; }
.menu .sub { position: absolute; bottom: 100%; left: 0; right: 0; border: 1px solid var(--line); background: var(--card); z-index: 1; }
.exchanges { list-style: none; margin: 0; padding: 0; max-height: 40vh; overflow-y: auto; border: 1px solid var(--line); border-radius: 6px; }
.exchanges:empty::after { content: "还没有通信 nothing yet"; display: block; padding: .6rem; color: var(--soft); }
.exchanges button {
  display: grid; grid-template-columns: 5.5rem minmax(0, 1fr) max-content max-content; gap: .6rem; width: 100%; text-align: left;
  border: 0; border-bottom: 1px solid var(--line); border-radius: 0; font-size: .85rem; font-variant-numeric: tabular-nums;
}
.exchanges button span { overflow-wrap: anywhere; }
.exchanges button[aria-current="true"] { background: var(--page); box-shadow: inset 3px 0 var(--accent); }
.detail { display: grid; gap: .6rem; min-width: 0; }
.detail h3 { margin: 0; font-size: .9rem; overflow-wrap: anywhere; }
.detail pre {
  margin: 0; padding: .6rem; background: var(--page); border: 1px solid var(--line); border-radius: 6px; font-size: .8rem;
  white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20rem; overflow-y: auto;
}
.pair { display: grid; gap: .6rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.pair > div { min-width: 0; display: grid; gap: .3rem; align-content: start; }
.detail ul { margin: 0; padding-left: 1.2rem; }
.facts button { padding: 0 .4rem; margin-left: .4rem; font-size: .8rem; font-family: system-ui, sans-serif; }
a { color: var(--accent); }
.row > h2 { align-self: center; }
.side { flex-wrap: nowrap; align-items: center; }
.side > select { flex: 0 1 auto; width: auto; }
.soft { color: var(--soft); font-size: .85rem; }
a.source { font-size: .85rem; }
.about { display: block; max-width: 60rem; }
.about section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem; margin-top: 1rem; }
.about h2:not(:first-child) { margin-top: 1rem; }
.about p { margin: 0; overflow-wrap: anywhere; }
.about #counts { margin: .8rem 0; }
.about code { font-family: ui-monospace, monospace; font-size: .9rem; }
.cards { list-style: none; margin: .5rem 0 0; padding: 0; }
.cards > li { border-top: 1px solid var(--line); padding: .5rem 0; overflow-wrap: anywhere; }
.cards:empty::after { content: "没有 none"; color: var(--soft); }
.cards ul { margin: .2rem 0 0; padding-left: 1.2rem; font-size: .85rem; }
@media (min-width: 1100px) {
  main {
    grid-template-columns: minmax(0, 17rem) minmax(0, 24rem) minmax(0, 1fr); grid-template-rows: auto;
    grid-template-areas: "setup phone wire"; align-items: start;
  }
  .phone { height: calc(100vh - 6rem); position: sticky; top: 1rem; }
}
@media (max-width: 800px) {
  main { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; grid-template-areas: "setup" "phone" "wire"; padding: .5rem; gap: .5rem; }
  .bar { padding: .5rem; }
  .exchanges button { grid-template-columns: 4.5rem minmax(0, 1fr) max-content max-content; gap: .4rem; padding: .35rem; }
  .phone { height: 36rem; }
}
`
