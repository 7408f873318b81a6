/** The page's style: restrained colours with a contrast of 4.5 or more, system fonts, one column on a phone, printable. */
export const reportStyle = `
:root{--ink:#1d2a36;--soft:#52606d;--line:#d3dae1;--paper:#fff;--ground:#f4f6f8;--accent:#1b4f80;
--green:#17643a;--green-pale:#e3f2e8;--amber:#7a4a00;--amber-pale:#fdf0d3;--red:#a3241a;--red-pale:#fbe7e4;--grey-pale:#e9edf1}
.c0{--hue:#00639c}.c1{--hue:#b34700}.c2{--hue:#007556}.c3{--hue:#8e3a83}.c4{--hue:#5a4a00}.c5{--hue:#3d46a8}.c6{--hue:#a31545}.c7{--hue:#3b4754}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);line-height:1.6;font-size:15px;font-variant-numeric:tabular-nums;
font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif}
html[lang="en"] .zh,html[lang="zh-CN"] .en{display:none}
a{color:var(--accent)}
code{font-family:ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.86em;color:var(--soft);overflow-wrap:anywhere}
small{color:var(--soft);font-size:.86em}
h1{font-size:1.5rem;line-height:1.3;margin:0}
h2{font-size:1.2rem;margin:0 0 .7rem;padding-left:.6rem;border-left:4px solid var(--accent);line-height:1.3}
h3{font-size:1rem;margin:1.2rem 0 .5rem}
h4{font-size:.93rem;margin:.8rem 0 .2rem}
h4:first-child{margin-top:0}
:focus-visible{outline:3px solid #d98200;outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.4rem .8rem;z-index:9}
header{background:var(--paper);border-bottom:1px solid var(--line)}
.masthead,nav,main,footer{max-width:1220px;margin:0 auto;padding:0 1.4rem}
.masthead{display:flex;justify-content:space-between;gap:1rem;align-items:flex-start;padding-top:1.3rem}
.masthead p{margin:.35rem 0 0;color:var(--soft)}
.masthead p b{color:var(--ink);font-weight:600}
.actions{display:flex;gap:.5rem;flex:none}
button,select,input{font:inherit;color:inherit;background:var(--paper);border:1px solid #8593a1;border-radius:5px;padding:.25rem .7rem;min-height:2.2rem}
button{cursor:pointer}
button:hover{border-color:var(--accent);color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem;list-style:none;margin:0;padding:.7rem 0}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
main{padding-top:1.1rem;padding-bottom:1rem}
section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1.1rem 1.3rem;margin:0 0 1.1rem;scroll-margin-top:.6rem}
footer{color:var(--soft);font-size:.9rem;padding-bottom:2rem}
.banner{background:var(--amber-pale);border:1px solid #e3c583;border-left:4px solid #b97a00;border-radius:6px;padding:.55rem .9rem;margin:0 0 .7rem}
.banner>b,.banner summary b{color:var(--amber);margin-right:.5rem}
.banner.warn{margin-bottom:1.1rem}
.banner.warn h3{margin:.1rem 0 .3rem;color:var(--amber)}
.banner.warn>ul{margin:.2rem 0;padding-left:1.1rem}
.banner.warn>ul>li{margin-bottom:.4rem}
.banner.warn small,.banner.warn code{color:#5b5140}
summary{cursor:pointer}
.pairs{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.2rem 2rem;margin:.6rem 0 .3rem}
.pairs div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px dotted #d9bf86}
.pairs dd{margin:0;font-weight:600;text-align:right}
.pairs code{display:block;color:#5b5140}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(6,1fr);gap:.7rem;margin:0;padding:0}
.tile{display:flex;flex-direction:column;height:100%;padding:.65rem .85rem .6rem;border:1px solid var(--line);border-top:3px solid var(--accent);border-radius:6px;text-decoration:none;color:inherit;line-height:1.4}
.tile:hover{border-color:var(--accent)}
.tile span{color:var(--soft)}
.tile strong{white-space:nowrap;font-size:1.65rem;line-height:1.35;font-weight:650}
.tile i{font-style:normal;font-size:.85rem;font-weight:400;margin-left:.3rem}
.tile i span{color:var(--soft)}
.tile.alarm{border-top-color:var(--red)}
.tile.alarm strong{color:var(--red)}
.facts{margin:0 0 .7rem}
.hint{margin:0 0 .5rem;color:var(--soft);font-size:.92em}
.none{color:var(--soft);margin:.3rem 0}
.choices{display:flex;flex-wrap:wrap;gap:.5rem 1.1rem;align-items:center;margin-bottom:.8rem}
.choices label span{color:var(--soft)}
.maps{display:grid;grid-template-columns:minmax(0,480fr) minmax(0,640fr);column-gap:1rem}
figure{margin:0;min-width:0;display:grid;grid-row:span 3;grid-template-rows:subgrid;row-gap:.3rem;align-items:start}
figcaption{line-height:1.45}
.map{display:block;width:100%;height:auto;background:#f8fafb;border:1px solid var(--line);border-radius:6px}
.map text{font-size:12px;fill:var(--ink);paint-order:stroke;stroke:#f8fafb;stroke-width:3px;stroke-linejoin:round}
#county-map text{font-size:13px}
.specks circle{fill:#b9c4ce}
.town{cursor:pointer}
.town circle{fill:#7d93a8;stroke:#fff;stroke-width:1.2}
.town:hover circle{fill:var(--accent)}
.town:hover text{fill:var(--accent)}
.town.chosen circle{fill:var(--accent);stroke:#d98200;stroke-width:2.5}
.town.chosen text{font-weight:700;fill:var(--accent)}
circle.village{fill:#93a1ae}
text.village{fill:#45525e;pointer-events:none}
.route{fill:none;stroke:var(--hue);stroke-width:2.2;stroke-linejoin:round;opacity:.75;cursor:pointer}
.route.dashed{stroke-dasharray:6 4}
#county-routes .route{vector-effect:non-scaling-stroke;stroke-width:1.2;pointer-events:none}
.start{fill:#fff;stroke:var(--ink);stroke-width:2}
.stop{cursor:pointer}
.stop circle{fill:var(--hue);stroke:#fff;stroke-width:1.4}
.map .stop text{fill:#fff;stroke:none;font-size:10px;font-weight:700}
.leader{stroke:var(--hue);stroke-width:1.2;fill:none}
.crowded .stop:not(.chosen) :is(text,.leader){display:none}
.crowded .stop:not(.chosen) circle{r:4.5px;stroke-width:.8}
.crowded .route:not(.chosen){stroke-width:1.2}
.dim{opacity:.14}
.crowded .stop.dim{display:none}
.crowded .route.dim{opacity:.05}
.lane.crowded .stop:not(.chosen) :is(text,.leader){display:none}
.crowded .stop:not(.chosen) circle{r:4.5px;stroke-width:.8}
.crowded .route:not(.chosen){stroke-width:1.2}
.dim{opacity:.4}
.scale path{fill:none;stroke:var(--ink);stroke-width:1.4}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;color:var(--soft);font-size:.9em;min-height:2.3rem;margin-bottom:.3rem}
.key::before{content:"";display:inline-block;width:1.6rem;height:.75rem;margin-right:.4rem;border-radius:2px;vertical-align:-.05rem}
.key.visit::before{background:var(--accent)}
.key.travel::before{background:#aab5c0;height:.25rem;vertical-align:.2rem}
.key.wait::before{border:1px dashed #8593a1}
.key.break::before{background:repeating-linear-gradient(45deg,#dfe5ea 0 4px,#f7f9fa 4px 8px);border:1px solid #b9c4ce}
#all-caregivers{min-height:1.9rem;padding:.1rem .6rem}
#timetable{min-width:720px}
.lane{display:grid;grid-template-columns:11.5rem 1fr;border-top:1px solid var(--line)}
.lane.head{border-top:0}
.lane>button{display:flex;gap:.5rem;align-items:center;text-align:left;border:0;border-radius:4px;background:none;padding:.25rem .3rem;line-height:1.25;min-width:0}
.lane>button span{overflow-wrap:anywhere}
.lane>button small{display:block;white-space:nowrap;font-size:.8em}
.lane>button[aria-pressed="true"]{background:var(--grey-pale)}
.letter{flex:none;min-width:1.7rem;height:1.7rem;padding:0 .3rem;border-radius:.85rem;background:var(--hue);color:#fff;display:grid;place-items:center;font-size:.85rem}
.track{position:relative;min-height:2.8rem;background:repeating-linear-gradient(90deg,#e3e8ec 0 1px,transparent 1px calc(100%/var(--hours)))}
.track.hours{min-height:1.5rem;background:none;font-size:.82em;color:var(--soft)}
.hours span{position:absolute;transform:translateX(-50%)}
.hours span:first-child{transform:none}
.hours span:last-child{transform:translateX(-100%)}
.bar{position:absolute;top:calc(50% - .95rem);height:1.9rem;overflow:hidden;white-space:nowrap;font-size:.8rem;line-height:1.9rem}
.bar.visit{background:var(--hue);color:#fff;border-radius:3px;padding:0 .25rem;display:flex;flex-wrap:wrap;column-gap:.3rem;overflow:hidden}
.bar.travel{background:#aab5c0;top:calc(50% - .15rem);height:.3rem}
.bar.wait{border:1px dashed #8593a1;border-width:1px 0;top:calc(50% - .5rem);height:1rem}
.bar.break{background:repeating-linear-gradient(45deg,#dfe5ea 0 4px,#f7f9fa 4px 8px);color:var(--soft);text-align:center;border:1px solid #b9c4ce;border-radius:3px;line-height:1.75rem}
details#itinerary{margin-top:.7rem}
.scroll{overflow-x:auto}
#itinerary-table td,#look-up-answer .scroll td{white-space:nowrap}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.42rem .7rem;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600;font-size:.9em;border-bottom:2px solid #b4bfc9;vertical-align:bottom;white-space:nowrap}
tbody th{font-weight:400}
html[lang="en"] thead th::first-letter{text-transform:uppercase}
.k1:has(td.n){width:auto;min-width:min(100%,40rem)}
#entitlements th:first-child{width:36%}
td.n,th.n{text-align:right;white-space:nowrap}
td:last-child ul,td ul{margin:0;padding-left:1rem}
.title{font-weight:600}
.unfold{border:0;background:none;padding:0 0 0 1.1rem;min-height:0;text-align:left;position:relative;border-radius:3px}
.unfold::before{content:"";position:absolute;left:.1rem;top:.5em;border:.33em solid transparent;border-left-color:var(--accent)}
.unfold[aria-expanded="true"]::before{transform:rotate(90deg);transform-origin:.2em .33em}
tr.more{display:none}
tbody.open tr.more{display:table-row}
@media (scripting:none){tr.more{display:table-row}}
tbody.open tr:first-child>*{border-bottom-color:transparent}
tr.more>td{background:#f8fafb;padding:.7rem 1rem .7rem 1.8rem}
.quotes{list-style:none;padding:0!important;margin:.2rem 0!important}
.quotes li{margin:.25rem 0;padding-left:.7rem;border-left:2px solid #b4bfc9}
.quotes q{quotes:none}
.quotes small{display:block}
.ids{margin:.3rem 0 0}
.workings>p{margin:.2rem 0}
.decisions .quotes{margin:0!important}
.decisions .quotes li:first-child{margin-top:0}
.steps{margin:.2rem 0 .4rem;padding-left:1.3rem}
.steps b{margin-left:.6rem}
.steps b::before{content:"= ";color:var(--soft);font-weight:400}
.chip{font-style:normal;display:inline-block;padding:0 .5rem;border-radius:3px;background:var(--grey-pale);color:#3d4a56;font-size:.88em;white-space:nowrap;font-weight:400}
.chip.granted,.chip.met{background:var(--green-pale);color:var(--green)}
.chip.due{background:#e1ecf7;color:var(--accent)}
.chip.undetermined,.chip.example{background:var(--amber-pale);color:var(--amber)}
.chip.notMet,.chip.overdue{background:var(--red-pale);color:var(--red)}
b.alarm{color:var(--red)}
.share{vertical-align:-.05rem;border-radius:2px;max-width:100%}
.share .granted{fill:#2f7d4f}
.share .undetermined{fill:#d99a1f}
.share .denied{fill:#d3dae1}
.show-all{margin-top:.7rem}
.rest p{display:none}
.decisions td:nth-child(2){white-space:nowrap}
#look-up-form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.near{min-height:1.8rem;padding:0 .5rem;margin:0 .3rem .3rem 0}
.reasons{list-style:none;padding:0!important}
.plain{margin:.2rem 0;padding-left:1.1rem}
@media (max-width:1000px){.tiles{grid-template-columns:repeat(3,1fr)}}
@media screen and (max-width:800px){.maps{grid-template-columns:minmax(0,1fr)}figure{margin-bottom:.8rem}#route-map{min-width:540px}}
@media (max-width:640px){
body{font-size:14.5px}
.masthead{flex-direction:column;padding-top:1rem}
.masthead,nav,main,footer{padding-left:.8rem;padding-right:.8rem}
section{padding:.9rem .8rem;border-radius:6px}
h1{font-size:1.25rem}
.tiles{grid-template-columns:repeat(2,1fr);gap:.5rem}
.tile strong{font-size:1.4rem}
th.wide,td.wide{display:none}
.k1,.k2,.k3,.k4,.k5{display:block;width:auto;min-width:0}
:is(.k1,.k2,.k3,.k4,.k5) :is(thead,tbody){display:block}
:is(.k1,.k2,.k3,.k4,.k5) tr{display:grid;border-bottom:1px solid var(--line);padding:.35rem 0}
:is(.k1,.k2,.k3,.k4,.k5) :is(th,td){border:0!important;padding:.1rem .3rem;min-width:0;white-space:normal;overflow-wrap:anywhere}
:is(.k1,.k2,.k3,.k4,.k5) :is(th:first-child,td[colspan]){grid-column:1/-1;width:auto!important}
:is(.k1,.k2,.k3,.k4,.k5) thead tr{border-bottom-width:2px;font-size:.92em}
:is(.k4,.k5) thead th{font-size:.74rem}
.k4 :is(th,td):not([colspan]){padding:.1rem .12rem}
.k4 .chip{padding:0 .3rem;font-size:.85em}
:is(.k1,.k2,.k3,.k4,.k5) tr.more{display:none}
:is(.k1,.k2,.k3,.k4,.k5) tbody.open tr.more{display:block}
.k1:has(td.n) tr{grid-template-columns:1fr auto}
.k1:has(td.n) th:first-child{grid-column:auto}
.k2 tr{grid-template-columns:repeat(2,1fr)}
.k3 tr{grid-template-columns:repeat(3,1fr)}
.k4 tr{grid-template-columns:repeat(2,minmax(0,.9fr)) repeat(2,minmax(0,1.15fr))}
:is(.k4,.k5) td:not([colspan]){font-size:.93em}
:is(.k4,.k5) td.n{white-space:nowrap}
.k4:has(.reasons) tr{grid-template-columns:repeat(3,minmax(0,1fr))}
td:has(>.reasons){grid-column:1/-1}
.k5 tr{grid-template-columns:repeat(6,minmax(0,1fr))}
.k5 :is(td,th):nth-child(n+2){grid-column:span 2}
.k5 :is(td,th):nth-child(n+5){grid-column:span 3}
tr.more>td{padding:.6rem .7rem!important}
.decisions,.decisions tbody,.decisions tr,.decisions :is(th,td){display:block}
.decisions tr{border-bottom:1px solid var(--line);padding:.4rem 0}
.decisions :is(th,td){border:0;padding:.1rem .2rem}
.choices{flex-direction:column;align-items:stretch}
.choices label{display:flex;align-items:center;gap:.6rem}
.choices select{flex:1;min-width:0}
.pairs{grid-template-columns:1fr}
#timetable{min-width:820px}
}
@page{size:A4;margin:14mm 12mm}
@media print{
html{font-size:11px}
body{background:#fff;font-size:10.5px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.rest p{display:block;margin:.3rem 0;color:var(--soft)}
nav,.actions,.skip,.show-all,.hint,#look-up:not(:has(h3)),#look-up-form,#all-caregivers{display:none}
select{appearance:none;border:0;padding:0;min-height:0;font-weight:600}
section{border:0;border-top:1px solid #999;border-radius:0;padding:.7rem 0;margin:0}
header{border:0}
.masthead,main,footer{padding-left:0;padding-right:0;max-width:none}
h2,h3,h4,figcaption{break-after:avoid}
tr,li,figure,.lane,.banner{break-inside:avoid}
.scroll{overflow:visible}
#timetable{min-width:0}
.tiles{grid-template-columns:repeat(6,1fr);gap:.4rem}
.tile strong{font-size:1.4rem}
a{color:inherit;text-decoration:none}
}
`;
