import { categories, categoryStyle } from '../../../../../shared/ocpp/category.ts'

const barColours = categories.map((category) => `.${category}{--bar:${categoryStyle[category].colour}}`).join('\n')

/**
 * The report's own style. Rows are grids inside of `details`, and sections of a hundred are laid out only when they come into
 * view, which keeps a file of 50,000 entries usable. Colours of the page follow the reader's system; print is always light, and shows the raw
 * text of every row, and the formatted one of the rows that are open.
 */
export const reportStyle = `
:root{color-scheme:light dark;--page:#f5f6f8;--sheet:#fff;--ink:#161a20;--soft:#5b6471;--line:#e2e6eb;--edge:#868f9c;--hover:#eef3fb;--raw:#f5f7f9;--accent:#1d5fd1;
--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;
--mono:ui-monospace,'SF Mono','Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace}
@media (prefers-color-scheme:dark){:root{--page:#0f1216;--sheet:#161a20;--ink:#e3e7ec;--soft:#9aa4b1;--line:#272d35;--edge:#78828f;--hover:#1d242d;--raw:#101419;--accent:#7fb0ff}}
*,::before{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:13px/1.45 var(--sans);font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
header{padding:20px 24px 18px;background:var(--sheet);border-bottom:1px solid var(--line)}
.made{margin:0;color:var(--soft);font-size:12px}
h1{margin:3px 0 16px;font-size:22px;line-height:1.25;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{margin:0 0 6px;font-size:13px;font-weight:650}
.about{display:flex;flex-wrap:wrap;gap:18px 64px}
.about>section{flex:0 1 auto;min-width:0}.about>.legend{flex:1 1 520px}
dl{margin:0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:3px 18px;max-width:66ch}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}dd b{font-weight:650}
.about ul{margin:0;padding:0;list-style:none}
.legend li{display:grid;grid-template-columns:14px 86px minmax(0,74ch);gap:10px;padding:1.5px 0;align-items:baseline}
.legend b{font-weight:600}.legend span{color:var(--soft)}
.swatch{width:14px;height:14px;border-radius:3px;background:var(--bar);border:1px solid var(--bar);align-self:start;margin-top:2.5px}
.tools .swatch{align-self:center;margin:0}
.security .swatch{border-color:var(--edge)}
${barColours}
.tools{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px 18px;align-items:center;padding:9px 24px;background:var(--sheet);border-bottom:1px solid var(--line)}
.tools input[type=search]{flex:1 1 260px;max-width:440px;height:32px;padding:0 10px;border:1px solid var(--edge);border-radius:6px;background:var(--page);color:inherit;font:inherit}
.tools label{display:inline-flex;gap:6px;align-items:center;cursor:pointer}
.tools input[type=checkbox]{margin:0;width:15px;height:15px;accent-color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.tools output{margin-left:auto;color:var(--soft)}
main{min-width:0;background:var(--sheet);border-bottom:1px solid var(--line)}
.heads,summary{display:grid;grid-template-columns:170px 132px 14px 82px 236px minmax(0,1fr) 60px;gap:0 12px;padding:3px 24px 3px 26px;align-items:baseline}
.heads{padding-top:8px;padding-bottom:5px;color:var(--soft);font-size:12px}
main>section{content-visibility:auto;contain-intrinsic-size:auto 2600px}
details{display:flow-root;position:relative;border-top:1px solid var(--line)}
[hidden]{display:none!important}
details::before{content:'';position:absolute;left:0;top:0;bottom:0;width:8px;background:var(--bar)}
details.security::before{border:1px solid var(--edge);border-width:0 1px}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary:hover,details[open]>summary{background:var(--hover)}
summary:focus-visible{outline-offset:-2px}
summary time,.who,.what{font-family:var(--mono);font-size:12px;overflow-wrap:anywhere}
summary time{white-space:nowrap}
.who,.cat,small,.role{color:var(--soft)}
.role{font-family:var(--sans);white-space:nowrap}
.way{text-align:center}
.says{overflow-wrap:anywhere}
small{font-size:12px;text-align:right;white-space:nowrap}
.mark{margin-right:7px;padding:0 5px;border:1px solid var(--edge);border-radius:3px;font-size:11px;line-height:1.4;font-weight:600;white-space:nowrap}
.mark.warning{border-color:currentColor}
.mark.error{background:var(--ink);border-color:var(--ink);color:var(--sheet)}
.odd{display:block;color:var(--soft)}
.note{display:block;white-space:pre-wrap;font-weight:600;overflow-wrap:anywhere}
pre{margin:0 24px 10px 208px;padding:8px 12px;background:var(--raw);border:1px solid var(--line);border-radius:6px;font:12px/1.5 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2}
pre::before{display:block;margin-bottom:3px;color:var(--soft);font:12px var(--sans)}
summary+pre{margin-top:6px}
.json::before{content:'Formatted'}.raw::before{content:'Raw text'}.event::before{content:'Recorded'}.bytes::before{content:'Bytes, base64'}
footer{padding:14px 24px 28px;color:var(--soft)}
footer p{margin:0 0 4px}
.none{margin:0;padding:28px 26px;border-top:1px solid var(--line);color:var(--soft)}
details:target>summary{background:var(--hover);outline:2px solid var(--accent);outline-offset:-2px}
.told{padding:0 24px 10px;background:var(--sheet);border-bottom:1px solid var(--line)}
.charger{padding:14px 0 6px}
.charger>h2{font-size:17px;overflow-wrap:anywhere}
h3{margin:18px 0 6px;font-size:14px;font-weight:650}h4{margin:0 0 2px;font-size:13px;font-weight:600}
.soft{margin:0;color:var(--soft)}
.finding{max-width:110ch;padding:8px 12px;margin:0 0 6px;border:1px solid var(--line);border-radius:6px}
.finding p{margin:2px 0;overflow-wrap:anywhere}
a{color:var(--accent)}
.picture svg{max-width:100%;height:auto;border:1px solid var(--line);border-radius:6px}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:12px}
th,td{padding:3px 12px 3px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{color:var(--soft);font-weight:500;white-space:nowrap}
h2.log{margin:0;padding:18px 24px 8px;background:var(--sheet);font-size:17px}
@media (max-width:1000px){
.told,h2.log{padding-left:14px;padding-right:14px}
header,.tools,footer{padding-left:14px;padding-right:14px}
.heads{display:none}
summary{display:flex;flex-wrap:wrap;gap:0 10px;padding:6px 14px 6px 20px}
.says{flex:1 1 100%;order:1}
pre{margin-left:20px;margin-right:14px}
.legend li{grid-template-columns:14px 86px minmax(0,1fr)}
}
@media print{
@page{size:A4 landscape;margin:11mm}
:root{color-scheme:light;--page:#fff;--sheet:#fff;--ink:#000;--soft:#444;--line:#ccc;--edge:#777;--hover:#fff;--raw:#fff}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:9px}
header,.told,h2.log{padding:0 0 10px}
.finding,.picture,tr{break-inside:avoid}
h1{margin-bottom:8px;font-size:16px}
h2,.made,.heads,footer{font-size:9px}
.about{gap:8px 36px}
dl{gap:1px 12px}
.legend li{padding:0;grid-template-columns:10px 60px minmax(0,80ch)}
.swatch{width:10px;height:10px;border-radius:2px}
.tools{display:none}
.heads,summary{display:grid;grid-template-columns:120px 84px 10px 54px 150px minmax(0,1fr) 44px;gap:0 8px;padding:2px 0 2px 12px}
main>section{content-visibility:visible}
details{break-inside:avoid}
details[open]{break-inside:auto}
details::before{width:6px}
details::details-content{content-visibility:visible;display:block;height:auto}
details:not([open])>.json{display:none}
summary time,.who,.what,small,.mark{font-size:8px}
.says{flex:none;order:0}
pre,summary+pre{margin:0 0 3px 12px;padding:0;border:0;border-radius:0;font-size:7.5px;line-height:1.35;color:#333}
pre::before{display:none}
footer{padding:8px 0 0}
}
`
