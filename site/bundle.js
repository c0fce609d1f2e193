/* Generated from site/src by `npm run build`; do not edit by hand.
   Holds modules of D3 (https://d3js.org), copyright Mike Bostock, ISC licence, some adapted from work of
   Robert Penner, Gregor Aisch and others as D3's licences tell. */
(()=>{var read=name=>JSON.parse(document.getElementById(`data-${name}`).textContent),about=read("about"),shapes=once(()=>read(
"shapes")),declared=new Map(about.tables.map(table=>[table.name,table])),opened=new Map,indexes=new Map,describe=name=>declared.
get(name),field=(name,column)=>declared.get(name)?.fields.find(each=>each.name===column);function rows(name){return opened.
has(name)||opened.set(name,declared.has(name)?open(name):[]),opened.get(name)}var count=name=>declared.get(name)?.rows??
0;function find(name,column,value3){let key=`${name}/${column}`;return indexes.has(key)||indexes.set(key,grouped(rows(name),
row=>row[column])),indexes.get(key).get(value3)??[]}var get=(name,value3)=>find(name,declared.get(name)?.key[0],value3)[0];
function grouped(values,key){let groups=new Map;for(let value3 of values){let name=key(value3);groups.has(name)?groups.get(
name).push(value3):groups.set(name,[value3])}return groups}function once(work){let done=!1,result;return()=>(done||([result,
done]=[work(),!0]),result)}function open(name){let held=read(`table-${name}`),made=Array.from({length:held.rows},()=>({}));
return declared.get(name).fields.forEach((each,at)=>{let column=held.columns[at],{values,cells}=column;for(let row=0;row<
held.rows;row++)made[row][each.name]=cells?values[cells[row]]:column[row]}),made}var SVG="http://www.w3.org/2000/svg";function h(tag,attributes={},...children2){return fill(document.createElement(tag),
attributes,children2)}function s(tag,attributes={},...children2){return fill(document.createElementNS(SVG,tag),attributes,
children2)}function put(element,...children2){return element.replaceChildren(...children2.flat(1/0).filter(present)),element}
function joined(values,between=", "){return values.filter(present).flatMap((value3,at)=>at?[between,value3]:[value3])}var link=(address2,...children2)=>h(
"a",{href:address2},...children2);function outward(address2,...children2){let shown4=children2.length?children2:[address2];
return/^https?:\/\//i.test(address2)?h("a",{href:address2,rel:"noopener noreferrer"},...shown4):h("span",{},...shown4)}var present=value3=>value3!=
null&&value3!==!1&&value3!=="";function fill(element,attributes,children2){for(let[name,value3]of Object.entries(attributes))
if(!(value3==null||value3===!1))if(name==="on")for(let[event,listener]of Object.entries(value3))element.addEventListener(
event,listener);else if(name==="style")for(let[property,text]of Object.entries(value3))element.style.setProperty(property,
text);else element.setAttribute(name,value3===!0?"":value3);return element.append(...children2.flat(1/0).filter(present)),
element}function parse(hash){let[path,query=""]=hash.replace(/^#\/?/,"").split(/\?(.*)/s),[view,...parts]=path.split("/").map(decoded);
return{view:view||"overview",id:parts.join("#"),parameters:new URLSearchParams(query)}}function address(view,id2="",parameters={}){
let path=[view,...id2?id2.split("#"):[]].map(encodeURIComponent).join("/"),kept3=Object.entries(parameters).filter(([,value3])=>value3),
query=new URLSearchParams(kept3).toString();return`#/${path}${query?`?${query}`:""}`}function change(parameters){let here=parse(
location.hash),all={...Object.fromEntries(here.parameters),...parameters};location.replace(address(here.view,here.id,all))}
function decoded(text){try{return decodeURIComponent(text)}catch{return text}}var MONTHS="January February March April May June July August September October November December".split(" "),terms=once(
()=>new Map(rows("terms").map(term2=>[`${term2.list}/${term2.code}`,term2]))),term=(list2,code2)=>terms().get(`${list2}/${code2}`),
label=(list2,code2)=>code2?term(list2,code2)?.label??code2:"";function small(list2,code2){let text=label(list2,code2);return text===
text.toUpperCase()?text:text.charAt(0).toLowerCase()+text.slice(1)}function codes(list2){let declared2=about.tables.flatMap(
table=>table.fields).find(each=>each.vocabulary===list2&&each.codes);return declared2?declared2.codes.map(([code2])=>code2):
find("terms","list",list2).map(each=>each.code)}function meaning(table,column,code2){let told2=field(table,column);return told2?.
vocabulary?label(told2.vocabulary,code2):told2?.codes?.find(([value3])=>value3===code2)?.[1]??code2}function plain(iso){
let[year2,month,day]=iso.split("-");return`${Number(day)} ${MONTHS[Number(month)-1]} ${year2}`}function date(row,column){
let text=row[column];if(!text)return"";let[first,last]=[row[`${column}_min`],row[`${column}_max`]];if(/^[\d-]+$/.test(text))
return simple(text);if(/^[\d-]+\/[\d-]+$/.test(text))return text.split("/").map(simple).join(" to ");let rough=/^(\d[\d-]*)[~?%]$/.
exec(text),said2=rough?`about ${simple(rough[1])}`:text;return first&&last?`${said2} (between ${plain(first)} and ${plain(
last)})`:said2}function simple(text){let[year2,month,day]=text.split("-");return day?plain(text):month&&MONTHS[Number(month)-
1]?`${MONTHS[Number(month)-1]} ${year2}`:text}function year(row,column){let[first,last]=[row[`${column}_min`].slice(0,4),
row[`${column}_max`].slice(0,4)];return first===last?first:""}function party(row){if(row.actor_id)return get("actors",row.
actor_id)?.name??row.actor_id;let facility2=row.facility_id&&(get("facilities",row.facility_id)?.name??row.facility_id);
return row.class?`${label("class",row.class)}, ${facility2||(get("places",row.place_id)?.name??row.place_id)}`:facility2||
(get("places",row.place_id)?.name??row.place_id)}var parties=(id2,role)=>find("parties","record_id",id2).filter(each=>each.
role===role),names=(id2,role)=>parties(id2,role).map(party).join("; ");function amount(row){let range2=row.min&&row.max?
`${row.min}–${row.max}`:row.min?`at least ${row.min}`:row.max?`at most ${row.max}`:"",number4=row.value?`${row.value}${range2?
` (${range2})`:""}`:range2,rough=row.approximate==="true"&&number4?"about ":"",unit2=number4&&row.unit&&row.unit!=="unit"?
small("unit",row.unit):"",word=number4?rough+number4:small("amount_word",row.word),base=row.base?`of ${small("base",row.
base)}`:"",per=row.per?row.per.split("|").map(each=>`per ${small("per",each)}`):[];return[word,unit2,small("item",row.item),
base,...per].filter(Boolean).join(" ")}var amounts=id2=>find("amounts","record_id",id2).map(row=>`${small("amount_role",
row.role)}: ${amount(row)}`);function deadline(order2){if(!order2.deadline_kind)return"not told; only an excerpt was rea\
d";if(order2.deadline_kind==="none")return"none was set";let last=order2.deadline&&order2.deadline_min!==order2.deadline_max&&
/^[\d/-]+$/.test(order2.deadline)?`last day ${plain(order2.deadline_max)}`:"",occasion=get("calendar",order2.deadline_occasion)?.
name,every=order2.deadline_every&&`every ${small("per",order2.deadline_every)}`;return[date(order2,"deadline")||small("d\
eadline_kind",order2.deadline_kind),last,occasion,every].filter(Boolean).join(", ")}function statement(record){let id2=record.
record_id,row=get({order:"orders",outcome:"outcomes",incident:"incidents",consequence:"consequences",factor:"factors"}[record.
kind],id2)??{},more2=amounts(id2).map(each=>`; ${each}`).join("");switch(record.kind){case"order":return`${names(id2,"is\
suer")} to ${names(id2,"addressee")}: ${small("action",row.action)}${demand(id2)}`;case"outcome":return`${outcome(row)}${more2}\
 (${names(id2,"subject")})`;case"incident":return`${label("incident_type",row.type)} at ${names(id2,"subject")}${row.date?
`, ${date(row,"date")}`:""}${more2}`;case"consequence":return`${label("consequence_type",row.type)}, ${small("stage",row.
stage)}: ${names(id2,"target")||"target not told"}${more2}`;default:return`${label("factor_type",row.type)}${more2}${names(
id2,"subject")?` (${names(id2,"subject")})`:""}`}}function outcome(row){let state=row.status?label("status",row.status):
"State not told",plan=row.plan?`, by the plan: ${small("plan",row.plan)}`:"",timing=row.timing?`, ${small("timing",row.timing)}`:
"",period2=row.period?`, for ${date(row,"period")}`:"",asOf=row.as_of?`, as of ${date(row,"as_of")}`:"",achieved=row.achieved?
`, achieved ${date(row,"achieved")}`:"";return`${small("outcome_kind",row.kind)}: ${state.toLowerCase()}${timing}${plan}${period2}${achieved}${asOf}`.
replace(/^./,first=>first.toUpperCase())}function demand(id2){let said2=find("amounts","record_id",id2).map(amount);return said2.
length?` (${said2.join("; ")})`:""}var HANGUL=/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;function hangul(id2){let found2=find(
"facility_names","facility_id",id2).filter(each=>HANGUL.test(each.name)),rank=each=>each.former==="true"?2:each.system===
"hangul"?1:0;return found2.sort((one2,other)=>rank(one2)-rank(other)).map(each=>each.name)}var folded=text=>text.normalize(
"NFKD").replace(/[\u0300-\u036f]/g,"").normalize("NFC").toLowerCase();var DELAY=120,shown=null,leaving=0;function code(list2,value3,text=label(list2,value3)){return value3?term(list2,value3)?
h("button",{type:"button",class:"term","data-list":list2,"data-code":value3},text):text:null}function watch(){let tip=document.
getElementById("tip"),over=event=>show(tip,event.target.closest?.("[data-list]")),away=()=>leaving=setTimeout(()=>hide(tip),
DELAY);document.addEventListener("pointerover",event=>{tip.contains(event.target)?clearTimeout(leaving):over(event)}),document.
addEventListener("pointerout",event=>(shown?.contains(event.target)||tip.contains(event.target))&&away()),document.addEventListener(
"focusin",over),document.addEventListener("focusout",()=>hide(tip)),document.addEventListener("click",over),document.addEventListener(
"keydown",event=>event.key==="Escape"&&hide(tip)),addEventListener("hashchange",()=>hide(tip))}function show(tip,holder){
let entry2=holder&&term(holder.dataset.list,holder.dataset.code);entry2&&(clearTimeout(leaving),hide(tip),put(tip,h("str\
ong",{},entry2.label)," ",h("code",{},`${entry2.list}: ${entry2.code}`),h("p",{},entry2.definition),entry2.boundary&&h("\
p",{class:"boundary"},entry2.boundary)),tip.hidden=!1,shown=holder,holder.setAttribute("aria-describedby","tip"),place(tip,
holder.getBoundingClientRect()))}function place(tip,beside){let room=document.documentElement.clientWidth-tip.offsetWidth-
8,below=beside.bottom+6,fits=below+tip.offsetHeight<innerHeight;tip.style.left=`${Math.max(8,Math.min(beside.left,room))}\
px`,tip.style.top=`${Math.max(8,fits?below:beside.top-tip.offsetHeight-6)}px`}function hide(tip){clearTimeout(leaving),shown?.
removeAttribute("aria-describedby"),shown=null,tip.hidden=!0}var to=(id2,relation)=>records(find("links","from_record",id2),relation,"to_record"),of=(id2,relation)=>records(find("li\
nks","to_record",id2),relation,"from_record"),both=(id2,relation)=>unique([...to(id2,relation),...of(id2,relation)]),caseOf=record=>find(
"records","case_id",record.case_id),unique=records2=>[...new Map(records2.map(each=>[each.record_id,each])).values()];function head(record){
let seen=new Set,top=record;for(let above=record;above&&!seen.has(above.record_id);[above]=to(above.record_id,"implement\
s"))seen.add(above.record_id),top=above;return top}var accounts=order2=>told(order2,"concerns","outcome"),told=(record,relation,kind)=>unique(
caseOf(record).flatMap(each=>of(each.record_id,relation))).filter(each=>each.kind===kind),atFacility=id2=>unique(find("p\
arties","facility_id",id2).map(party2=>get("records",party2.record_id)).filter(Boolean));function teller(record){let root2=get(
"sources",record.source_id)?.root??"";return root2==="state"?"state":get("outlets",root2)?.kind==="insider"?"inside":"ot\
hers"}var TELLERS={state:"The state",inside:"Inside accounts",others:"Others"};var ordersAt=once(()=>grouped(rows("order_outcomes"),row=>row.facility_id)),summaries=once(()=>new Set(rows("amounts").filter(
each=>each.role==="count"&&["incident","order"].includes(each.item)).map(each=>each.record_id)));function records(links,relation,end){
return unique(links.filter(each=>each.relation===relation).map(each=>get("records",each[end])).filter(Boolean))}var RELATIONS={contradicts:"clashes with",corroborates:"agrees with",updates:"earlier or later than"},home=record=>record.
kind==="order"?address("order",record.record_id):address("article",record.article_id,{record:slug(record.record_id)}),slug=id2=>id2.
slice(id2.indexOf("#")+1),said=record=>link(home(record),statement(record));function account(record,here){let manner=record.
manner==="stated"?null:h("span",{class:"manner"},code("manner",record.manner)," ");return h("article",{class:`account ${teller(
record)}`,id:`record-${slug(record.record_id)}`},h("p",{class:"says"},manner,record.article_id===here&&record.kind!=="or\
der"?statement(record):said(record)),record.note&&h("p",{class:"note"},record.note),h("p",{class:"source"},...source(record)),
h("p",{class:"where"},...where(record,here)),Object.entries(RELATIONS).map(([relation,words])=>both(record.record_id,relation).
map(other=>h("p",{class:relation},h("strong",{},words)," ",TELLERS[teller(other)].toLowerCase(),": ",said(other)))))}function source(record){
let row=get("sources",record.source_id)??{},through=[get("outlets",row.outlet_id)?.name,get("places",row.place_id)?.name];
return[...joined([code("source_kind",row.kind),...through]),h("span",{class:"grades"},"source ",grade("reliability",row.
reliability)," · statement ",grade("credibility",record.credibility))]}var grade=(list2,value3)=>h("span",{},`${value3}\
 `,code(list2,value3,label(list2,value3).toLowerCase()));function where(record,here){let article2=get("articles",record.
article_id)??{},outlet=get("outlets",article2.outlet_id)?.name,paragraphs2=[...new Set(find("evidence","record_id",record.
record_id).map(each=>Number(each.paragraph)))].sort((a,b)=>a-b),at=number4=>link(address("article",record.article_id,{paragraph:number4}),
String(number4));return[...record.article_id===here?["P"]:[`${outlet}, `,link(address("article",record.article_id),article2.
headline),", p"],`aragraph${paragraphs2.length>1?"s":""} `,...joined(paragraphs2.map(at))]}function sideBySide(records2,here){
return h("div",{class:"tellers"},Object.entries(TELLERS).map(([key,title])=>{let own=records2.filter(record=>teller(record)===
key);return h("section",{class:`teller ${key}`,"aria-label":title},h("h3",{},title," ",h("span",{class:"count"},own.length)),
own.length?own.map(record=>account(record,here)):h("p",{class:"silence"},"No account."))}))}var partyLink=row=>row.facility_id?
link(address("facility",row.facility_id),party(row)):party(row),section=(title,records2,here)=>records2.length?h("sectio\
n",{},h("h2",{},title),records2.map(record=>account(record,here))):null,facts=pairs=>h("dl",{class:"facts"},pairs.filter(
([,value3])=>Array.isArray(value3)?value3.some(Boolean):value3).map(([name,value3])=>h("div",{},h("dt",{},name),h("dd",{},
value3))));var ROLES={purpose:"Purposes, told and rumoured",obstacle:"What stands in the way",cause:"Causes",enforcement:"How it is\
 enforced",response:"What those below do about it",effect:"What follows"};function order({id:id2}){let record=get("recor\
ds",id2);if(record?.kind!=="order")return null;let here=record.article_id,reports=caseOf(record).filter(each=>each!==record),
factors=told(record,"concerns","factor");return{title:`Order: ${label("action",get("orders",id2).action)}, ${names(id2,"\
addressee")}`,element:h("div",{class:"page"},h("p",{class:"kicker"},"Order"),h("h1",{tabindex:"-1"},statement(record)),record.
note&&h("p",{class:"note lead"},record.note),fields(record),h("section",{},h("h2",{},"Cascade"),h("p",{class:"hint"},"Fr\
om the centre down; this order is marked."),h("ul",{class:"cascade"},branch(head(record),record))),section("Changes of t\
his order, and orders it changes",both(id2,"amends"),here),verdict(record),outcomes(record),section("The same order in o\
ther reports",reports),section("Incidents under way",told(record,"during","incident"),here),section("Penalties and rewar\
ds",told(record,"because_of","consequence"),here),Object.entries(ROLES).map(([role,title])=>section(title,factors.filter(
each=>get("factors",each.record_id).role===role),here)))}}function fields(record){let id2=record.record_id,row=get("orde\
rs",id2),party2=role=>joined(parties(id2,role).map(withHangul),"; "),article2=get("articles",record.article_id);return facts(
[["Issued by",party2("issuer")],["Addressed to",party2("addressee")],["To the benefit of",party2("beneficiary")],["Exemp\
t",party2("exempt")],["Action",code("action",row.action)],["Demand",find("amounts","record_id",id2).map(amount).join("; ")],
["Issued",date(row,"issued")],["Deadline",[deadline(row),row.deadline_kind&&row.deadline_kind!=="none"?[" (",code("deadl\
ine_kind",row.deadline_kind),")"]:null]],["Campaign or plan",get("calendar",row.campaign)?.name],["Change",code("change",
row.change)],["Told by",source(record)],["Stands in",[where(record),h("br"),outward(article2.url)]],["Id",h("code",{},id2)]])}
function withHangul(row){let[name]=row.facility_id?hangul(row.facility_id):[];return[partyLink(row),name?[" ",h("span",{
lang:"ko"},name)]:null]}function branch(record,marked,seen=new Set){seen.add(record.record_id);let row=get("orders",record.
record_id),below=of(record.record_id,"implements").filter(each=>!seen.has(each.record_id)),here=record===marked,text=h("\
a",{href:home(record),"aria-current":here?"true":null},statement(record));return h("li",{},text,h("span",{class:"due"},`\
deadline: ${deadline(row)}`),below.length?h("ul",{},below.map(each=>branch(each,marked,seen))):null)}function verdict(record){
let rows2=find("order_outcomes","order_id",record.record_id);if(!rows2.length||get("orders",record.record_id).deadline_kind===
"none")return null;let words=row=>row.accounts==="0"?"no account says":{yes:"yes",no:"no",unknown:"the accounts do not s\
ay"}[row.met_deadline],item=row=>h("li",{},`${row.addressee}: `,h("strong",{},words(row)),row.disputed==="true"?", dispu\
ted":"");return h("section",{},h("h2",{},"Met by the deadline?"),h("ul",{class:"verdict"},rows2.map(item)),h("p",{class:"\
hint"},"As in the table ",link(address("tables","order_outcomes"),"order_outcomes"),": by the account of fulfilment with\
 the best grade of credibility, then the latest. Accounts of how a plant runs or of how much it makes do not count here."))}
function outcomes(record){let found2=accounts(record);return h("section",{},h("h2",{},"What came of it: every account"),
found2.length?sideBySide(found2,record.article_id):h("p",{class:"silence"},"No account says what came of this order. Tha\
t is silence, not failure."))}function article({id:id2,parameters}){let row=get("articles",id2);if(!row)return null;let records2=find("records","artic\
le_id",id2),kind=name=>records2.filter(each=>each.kind===name),heads=kind("order").filter(each=>!to(each.record_id,"impl\
ements").some(above=>above.article_id===id2)),element=h("div",{class:"page"},h("p",{class:"kicker"},"Article"),h("h1",{tabindex:"\
-1"},row.headline),fields2(row),sources(id2),paragraphs(row,records2,parameters.get("paragraph")),heads.length?h("sectio\
n",{},h("h2",{},"Orders"),h("ul",{class:"cascade"},heads.map(each=>branch(each)))):null,section("Outcomes",kind("outcome"),
id2),section("Incidents",kind("incident"),id2),section("Penalties and rewards",kind("consequence"),id2),Object.entries(ROLES).
map(([role,title])=>section(title,kind("factor").filter(each=>get("factors",each.record_id).role===role),id2)));return{title:`\
Article: ${row.headline}`,element,shown:()=>show2(element,parameters)}}function show2(element,parameters){let record=parameters.
get("record"),paragraph=parameters.get("paragraph"),wanted=record?`record-${record}`:paragraph?`paragraph-${paragraph}`:
"",target2=wanted&&[...element.querySelectorAll("[id]")].find(each=>each.id===wanted);return target2?(target2.classList.
add("marked"),target2.tabIndex=-1,target2.focus({preventScroll:!0}),target2.scrollIntoView({block:"center"}),!0):!1}function fields2(row){
let outlet=get("outlets",row.outlet_id)??{};return facts([["Outlet",[outlet.name," (",code("outlet_kind",outlet.kind),")"]],
["Reprinted by",row.host],["Address",outward(row.url)],["Item",row.item],["Published",[date(row,"published")," (dated by\
 ",code("dated_by",row.dated_by),")"]],["Kind of text",code("genre",row.genre)],["Read",[code("read",row.read),`, ${row.
paragraph_count} paragraphs`]],["Coded",`${row.annotators.split("|").join(", ")}; ${row.annotated}`],["Note",row.note],[
"Id",h("code",{},row.article_id)]])}function sources(id2){let item=row=>h("li",{},h("code",{},slug(row.source_id))," ",joined(
[code("source_kind",row.kind),get("outlets",row.outlet_id)?.name,get("places",row.place_id)?.name,row.via&&`via ${slug(row.
via)}`,row.said&&`spoke ${date(row,"said")}`]),"; source ",grade("reliability",row.reliability),row.note&&`; ${row.note}`);
return h("section",{},h("h2",{},"Who speaks"),h("ul",{class:"sources"},find("sources","article_id",id2).map(item)))}function paragraphs(row,records2,marked){
let pairs=records2.flatMap(record=>find("evidence","record_id",record.record_id).map(each=>[each.paragraph,record])),resting=grouped(
pairs,([number4])=>number4),background2=new Set(row.background.split("|")),item=number4=>{let held=[...new Set((resting.
get(number4)??[]).map(([,record])=>record))],content=held.length?h("ul",{},held.map(record=>h("li",{},h("span",{class:"k\
ind"},record.kind)," ",link(target(record),statement(record))))):h("span",{class:"silence"},background2.has(number4)?"ba\
ckground":"nothing coded");return h("li",{id:`paragraph-${number4}`,class:marked===number4?"marked":null},h("span",{class:"\
numeral"},number4),content)},numbers=Array.from({length:Number(row.paragraph_count)||0},(_,at)=>String(at+1));return h("\
section",{},h("h2",{},"Which paragraph says what"),h("p",{class:"hint"},"No article text is stored; the numbers count th\
e paragraphs of the body."),h("ol",{class:"paragraphs"},numbers.map(item)))}var target=record=>record.kind==="order"?address(
"order",record.record_id):address("article",record.article_id,{record:slug(record.record_id)});var WIDTH=720,HEIGHT=760,MARGIN=14,radians=degrees3=>degrees3*Math.PI/180,raw=([lon,lat])=>[radians(lon),-Math.log(Math.
tan(Math.PI/4+radians(lat)/2))],project=point2=>frame()(raw(point2));function point(row){let at=[Number(row.lon),Number(
row.lat)];return row.lat&&row.lon&&at.every(Number.isFinite)?at:null}var frame=once(()=>{let points=shapes().features.flatMap(
rings).flat().map(raw),[xs,ys]=[points.map(([x])=>x),points.map(([,y])=>y)],[left,top]=[Math.min(...xs),Math.min(...ys)],
[wide,high]=[Math.max(...xs)-left,Math.max(...ys)-top],scale=Math.min((WIDTH-2*MARGIN)/wide,(HEIGHT-2*MARGIN)/high);return([
x,y])=>[(WIDTH-wide*scale)/2+(x-left)*scale,(HEIGHT-high*scale)/2+(y-top)*scale]}),rings=({geometry})=>geometry.type==="\
Polygon"?geometry.coordinates:geometry.coordinates.flat(),provinces=once(()=>shapes().features.map(feature=>{let drawn=rings(
feature).map(ring=>ring.map(project)),path=drawn.map(ring=>`M${ring.map(point2=>point2.map(each=>each.toFixed(1)).join("\
,")).join("L")}Z`).join(""),longest=drawn.reduce((one2,other)=>other.length>one2.length?other:one2);return{name:feature.
properties.name,places:feature.properties.places,path,middle:centre(longest)}}));function centre(ring){let[area2,x,y]=[0,
0,0];for(let at=1;at<ring.length;at++){let[[ax,ay],[bx,by]]=[ring[at-1],ring[at]],cross=ax*by-bx*ay;[area2,x,y]=[area2+cross,
x+(ax+bx)*cross,y+(ay+by)*cross]}return[x/(3*area2),y/(3*area2)]}function mark(geo){return geo==="site"?s("circle",{r:4,
class:"site"}):geo==="town"?s("g",{class:"town"},s("circle",{r:6}),s("circle",{r:1.2,class:"dot"})):s("circle",{r:12,class:"\
county"})}var PRECISION={site:"the plant itself",town:"its town",county:"its county"};function locator(row){if(!point(row))
return null;let[x,y]=project(point(row)),words=`Map: ${row.name}; the mark stands for ${PRECISION[row.geo]??"the place"}`;
return h("figure",{class:"locator"},s("svg",{viewBox:`0 0 ${WIDTH} ${HEIGHT}`,role:"img","aria-label":words},provinces().
map(({path})=>s("path",{d:path,class:"province"})),s("g",{class:"plant chosen",transform:`translate(${x.toFixed(1)},${y.
toFixed(1)}) scale(2.4)`},mark(row.geo))),h("figcaption",{},`The mark stands for ${PRECISION[row.geo]??"the place"}.`))}var DATED={order:["orders",{issued:"order issued",deadline:"deadline of an order"}],outcome:["outcomes",{achieved:"achie\
ved",as_of:"reported"}],incident:["incidents",{date:"incident"}],consequence:["consequences",{date:"penalty or reward"}]};
function history(plant2,records2){let found2=[...Object.keys(plant2).filter(column=>`${column}_min`in plant2).map(column=>entry(
plant2,column,column,null)),...records2.flatMap(dated)].filter(Boolean).sort((one2,other)=>one2.first<other.first?-1:one2.
first>other.first?1:0);return found2.length?h("section",{},h("h2",{},"History"),h("ol",{class:"history"},found2.map(line))):
null}function dated(record){let[table,columns2]=DATED[record.kind]??[null,{}];return Object.entries(columns2).map(([column,
words])=>entry(get(table,record.record_id)??{},column,words,record))}function entry(row,column,words,record){let[first,last]=[
row[`${column}_min`],row[`${column}_max`]];return row[column]?{first:first&&last&&Number(last.slice(0,4))-Number(first.slice(
0,4))<=1?first:"9",day:date(row,column),words,record}:null}var line=({day,words,record})=>h("li",{class:record?teller(record):
null},h("span",{class:"day"},day),h("span",{},words,record&&[` (${TELLERS[teller(record)].toLowerCase()}): `,said(record)]));var POINT={site:"the point is the plant itself",town:"the point is its town, not the plant",county:"the point is its cou\
nty, not the plant"},SHOWN=new Set(["facility_id","name","class","place_id","lat","lon","geo","note"]);function facility({
id:id2}){let row=get("facilities",id2);if(!row)return null;let[korean]=hangul(id2),records2=atFacility(id2),kind=name=>records2.
filter(each=>each.kind===name);return{title:row.name,element:h("div",{class:"page"},h("p",{class:"kicker"},"Plant"),h("h\
1",{tabindex:"-1"},row.name,korean&&h("span",{lang:"ko",class:"korean"},korean)),row.note&&h("p",{class:"note lead"},row.
note),h("div",{class:"beside"},fields3(row),locator(row)),names2(id2),history(row,records2),orders(kind("order")),h("sec\
tion",{},h("h2",{},"What was reported of it: every account"),kind("outcome").length?sideBySide(kind("outcome")):h("p",{class:"\
silence"},"No account of this plant. That is silence, not failure.")),section("Incidents",kind("incident")),section("Pen\
alties and rewards",kind("consequence")),section("Obstacles, causes, responses and effects",kind("factor")),sources2(id2))}}
function fields3(row){let parts=find("facilities","parent_id",row.facility_id);return facts([["Branch",code("class",row.
class)],["Place",places(row.place_id).join(", ")],["Point",row.lat&&[`${row.lat}, ${row.lon}: `,POINT[row.geo]??row.geo]],
["Parts",joined(parts.map(each=>link(address("facility",each.facility_id),each.name)))],...describe("facilities").fields.
filter(more).map(each=>[each.title,value(row,each)]),["Elsewhere",find("facility_ids","facility_id",row.facility_id).map(
each=>`${each.scheme} ${each.id}`).join(", ")],["Id",h("code",{},row.facility_id)]])}var more=each=>!SHOWN.has(each.name)&&
!/_(min|max)$/.test(each.name);function value(row,{name,vocabulary,rdfType}){let text=row[name];if(!text)return null;if(rdfType)
return date(row,name);if(vocabulary)return joined(text.split("|").map(each=>code(vocabulary,each)));let target2=about.tables.
find(table=>table.name==="facilities").references[name],parts=text.split("|");return target2==="facilities"||parts.every(
each=>get("facilities",each))?joined(parts.map(each=>link(address("facility",each),get("facilities",each)?.name??each))):
target2&&get(target2,text)?.name||parts.join(", ")}function places(id2,seen=[]){let place3=get("places",id2);return place3&&
!seen.includes(id2)?[place3.name,...places(place3.parent_id,[...seen,id2])]:[]}function names2(id2){let item=row=>{let system=row.
system&&meaning("facility_names","system",row.system),former=row.former==="true"&&`former name${row.until?`, until ${date(
row,"until")}`:""}`,told2=[system,former].filter(Boolean).join("; ");return h("li",{},h("span",{lang:/^hangul/.test(row.
system??"")?"ko":null},row.name),told2&&h("span",{class:"hint"},` ${told2}`))},found2=find("facility_names","facility_id",
id2);return found2.length?h("section",{},h("h2",{},"Names"),h("ul",{class:"names"},found2.map(item))):null}function orders(records2){
let item=record=>h("div",{},account(record),h("p",{class:"due"},`deadline: ${deadline(get("orders",record.record_id))}`));
return h("section",{},h("h2",{},"Orders"),records2.length?records2.map(item):h("p",{class:"silence"},"No order to this p\
lant or from it is in the data."))}function sources2(id2){let found2=[...grouped(find("facility_sources","facility_id",id2),
row=>row.fact)],item=([fact,held])=>h("div",{},h("dt",{},fact),h("dd",{},h("ul",{},held.map(row=>h("li",{},outward(row.source))))));
return found2.length?h("section",{},h("h2",{},"Where this is known from"),h("details",{},h("summary",{},`Sources of ${found2.
length} facts`),h("dl",{class:"facts wide"},found2.map(item)))):null}var xhtml="http://www.w3.org/1999/xhtml",namespaces={svg:"http://www.w3.org/2000/svg",xhtml,xlink:"http://www.w3.org/199\
9/xlink",xml:"http://www.w3.org/XML/1998/namespace",xmlns:"http://www.w3.org/2000/xmlns/"};function namespace(name){var prefix=name+=
"",i=prefix.indexOf(":");return i>=0&&(prefix=name.slice(0,i))!=="xmlns"&&(name=name.slice(i+1)),namespaces.hasOwnProperty(
prefix)?{space:namespaces[prefix],local:name}:name}function creatorInherit(name){return function(){var document2=this.ownerDocument,
uri=this.namespaceURI;return uri===xhtml&&document2.documentElement.namespaceURI===xhtml?document2.createElement(name):document2.
createElementNS(uri,name)}}function creatorFixed(fullname){return function(){return this.ownerDocument.createElementNS(fullname.
space,fullname.local)}}function creator(name){var fullname=namespace(name);return(fullname.local?creatorFixed:creatorInherit)(
fullname)}function none(){}function selector(selector2){return selector2==null?none:function(){return this.querySelector(
selector2)}}function selection_select(select3){typeof select3!="function"&&(select3=selector(select3));for(var groups=this.
_groups,m=groups.length,subgroups=new Array(m),j=0;j<m;++j)for(var group=groups[j],n=group.length,subgroup=subgroups[j]=
new Array(n),node,subnode,i=0;i<n;++i)(node=group[i])&&(subnode=select3.call(node,node.__data__,i,group))&&("__data__"in
node&&(subnode.__data__=node.__data__),subgroup[i]=subnode);return new Selection(subgroups,this._parents)}function array(x){
return x==null?[]:Array.isArray(x)?x:Array.from(x)}function empty(){return[]}function selectorAll(selector2){return selector2==
null?empty:function(){return this.querySelectorAll(selector2)}}function arrayAll(select3){return function(){return array(
select3.apply(this,arguments))}}function selection_selectAll(select3){typeof select3=="function"?select3=arrayAll(select3):
select3=selectorAll(select3);for(var groups=this._groups,m=groups.length,subgroups=[],parents=[],j=0;j<m;++j)for(var group=groups[j],
n=group.length,node,i=0;i<n;++i)(node=group[i])&&(subgroups.push(select3.call(node,node.__data__,i,group)),parents.push(
node));return new Selection(subgroups,parents)}function matcher(selector2){return function(){return this.matches(selector2)}}
function childMatcher(selector2){return function(node){return node.matches(selector2)}}var find2=Array.prototype.find;function childFind(match){
return function(){return find2.call(this.children,match)}}function childFirst(){return this.firstElementChild}function selection_selectChild(match){
return this.select(match==null?childFirst:childFind(typeof match=="function"?match:childMatcher(match)))}var filter=Array.
prototype.filter;function children(){return Array.from(this.children)}function childrenFilter(match){return function(){return filter.
call(this.children,match)}}function selection_selectChildren(match){return this.selectAll(match==null?children:childrenFilter(
typeof match=="function"?match:childMatcher(match)))}function selection_filter(match){typeof match!="function"&&(match=matcher(
match));for(var groups=this._groups,m=groups.length,subgroups=new Array(m),j=0;j<m;++j)for(var group=groups[j],n=group.length,
subgroup=subgroups[j]=[],node,i=0;i<n;++i)(node=group[i])&&match.call(node,node.__data__,i,group)&&subgroup.push(node);return new Selection(
subgroups,this._parents)}function sparse(update){return new Array(update.length)}function selection_enter(){return new Selection(
this._enter||this._groups.map(sparse),this._parents)}function EnterNode(parent,datum2){this.ownerDocument=parent.ownerDocument,
this.namespaceURI=parent.namespaceURI,this._next=null,this._parent=parent,this.__data__=datum2}EnterNode.prototype={constructor:EnterNode,
appendChild:function(child){return this._parent.insertBefore(child,this._next)},insertBefore:function(child,next){return this.
_parent.insertBefore(child,next)},querySelector:function(selector2){return this._parent.querySelector(selector2)},querySelectorAll:function(selector2){
return this._parent.querySelectorAll(selector2)}};function constant(x){return function(){return x}}function bindIndex(parent,group,enter,update,exit,data){
for(var i=0,node,groupLength=group.length,dataLength=data.length;i<dataLength;++i)(node=group[i])?(node.__data__=data[i],
update[i]=node):enter[i]=new EnterNode(parent,data[i]);for(;i<groupLength;++i)(node=group[i])&&(exit[i]=node)}function bindKey(parent,group,enter,update,exit,data,key){
var i,node,nodeByKeyValue=new Map,groupLength=group.length,dataLength=data.length,keyValues=new Array(groupLength),keyValue;
for(i=0;i<groupLength;++i)(node=group[i])&&(keyValues[i]=keyValue=key.call(node,node.__data__,i,group)+"",nodeByKeyValue.
has(keyValue)?exit[i]=node:nodeByKeyValue.set(keyValue,node));for(i=0;i<dataLength;++i)keyValue=key.call(parent,data[i],
i,data)+"",(node=nodeByKeyValue.get(keyValue))?(update[i]=node,node.__data__=data[i],nodeByKeyValue.delete(keyValue)):enter[i]=
new EnterNode(parent,data[i]);for(i=0;i<groupLength;++i)(node=group[i])&&nodeByKeyValue.get(keyValues[i])===node&&(exit[i]=
node)}function datum(node){return node.__data__}function selection_data(value3,key){if(!arguments.length)return Array.from(
this,datum);var bind=key?bindKey:bindIndex,parents=this._parents,groups=this._groups;typeof value3!="function"&&(value3=
constant(value3));for(var m=groups.length,update=new Array(m),enter=new Array(m),exit=new Array(m),j=0;j<m;++j){var parent=parents[j],
group=groups[j],groupLength=group.length,data=arraylike(value3.call(parent,parent&&parent.__data__,j,parents)),dataLength=data.
length,enterGroup=enter[j]=new Array(dataLength),updateGroup=update[j]=new Array(dataLength),exitGroup=exit[j]=new Array(
groupLength);bind(parent,group,enterGroup,updateGroup,exitGroup,data,key);for(var i0=0,i1=0,previous,next;i0<dataLength;++i0)
if(previous=enterGroup[i0]){for(i0>=i1&&(i1=i0+1);!(next=updateGroup[i1])&&++i1<dataLength;);previous._next=next||null}}
return update=new Selection(update,parents),update._enter=enter,update._exit=exit,update}function arraylike(data){return typeof data==
"object"&&"length"in data?data:Array.from(data)}function selection_exit(){return new Selection(this._exit||this._groups.
map(sparse),this._parents)}function selection_join(onenter,onupdate,onexit){var enter=this.enter(),update=this,exit=this.
exit();return typeof onenter=="function"?(enter=onenter(enter),enter&&(enter=enter.selection())):enter=enter.append(onenter+
""),onupdate!=null&&(update=onupdate(update),update&&(update=update.selection())),onexit==null?exit.remove():onexit(exit),
enter&&update?enter.merge(update).order():update}function selection_merge(context){for(var selection2=context.selection?
context.selection():context,groups0=this._groups,groups1=selection2._groups,m0=groups0.length,m1=groups1.length,m=Math.min(
m0,m1),merges=new Array(m0),j=0;j<m;++j)for(var group0=groups0[j],group1=groups1[j],n=group0.length,merge=merges[j]=new Array(
n),node,i=0;i<n;++i)(node=group0[i]||group1[i])&&(merge[i]=node);for(;j<m0;++j)merges[j]=groups0[j];return new Selection(
merges,this._parents)}function selection_order(){for(var groups=this._groups,j=-1,m=groups.length;++j<m;)for(var group=groups[j],
i=group.length-1,next=group[i],node;--i>=0;)(node=group[i])&&(next&&node.compareDocumentPosition(next)^4&&next.parentNode.
insertBefore(node,next),next=node);return this}function selection_sort(compare){compare||(compare=ascending);function compareNode(a,b){
return a&&b?compare(a.__data__,b.__data__):!a-!b}for(var groups=this._groups,m=groups.length,sortgroups=new Array(m),j=0;j<
m;++j){for(var group=groups[j],n=group.length,sortgroup=sortgroups[j]=new Array(n),node,i=0;i<n;++i)(node=group[i])&&(sortgroup[i]=
node);sortgroup.sort(compareNode)}return new Selection(sortgroups,this._parents).order()}function ascending(a,b){return a<
b?-1:a>b?1:a>=b?0:NaN}function selection_call(){var callback=arguments[0];return arguments[0]=this,callback.apply(null,arguments),
this}function selection_nodes(){return Array.from(this)}function selection_node(){for(var groups=this._groups,j=0,m=groups.
length;j<m;++j)for(var group=groups[j],i=0,n=group.length;i<n;++i){var node=group[i];if(node)return node}return null}function selection_size(){
let size=0;for(let node of this)++size;return size}function selection_empty(){return!this.node()}function selection_each(callback){
for(var groups=this._groups,j=0,m=groups.length;j<m;++j)for(var group=groups[j],i=0,n=group.length,node;i<n;++i)(node=group[i])&&
callback.call(node,node.__data__,i,group);return this}function attrRemove(name){return function(){this.removeAttribute(name)}}
function attrRemoveNS(fullname){return function(){this.removeAttributeNS(fullname.space,fullname.local)}}function attrConstant(name,value3){
return function(){this.setAttribute(name,value3)}}function attrConstantNS(fullname,value3){return function(){this.setAttributeNS(
fullname.space,fullname.local,value3)}}function attrFunction(name,value3){return function(){var v=value3.apply(this,arguments);
v==null?this.removeAttribute(name):this.setAttribute(name,v)}}function attrFunctionNS(fullname,value3){return function(){
var v=value3.apply(this,arguments);v==null?this.removeAttributeNS(fullname.space,fullname.local):this.setAttributeNS(fullname.
space,fullname.local,v)}}function selection_attr(name,value3){var fullname=namespace(name);if(arguments.length<2){var node=this.
node();return fullname.local?node.getAttributeNS(fullname.space,fullname.local):node.getAttribute(fullname)}return this.
each((value3==null?fullname.local?attrRemoveNS:attrRemove:typeof value3=="function"?fullname.local?attrFunctionNS:attrFunction:
fullname.local?attrConstantNS:attrConstant)(fullname,value3))}function defaultView(node){return node.ownerDocument&&node.
ownerDocument.defaultView||node.document&&node||node.defaultView}function styleRemove(name){return function(){this.style.
removeProperty(name)}}function styleConstant(name,value3,priority){return function(){this.style.setProperty(name,value3,
priority)}}function styleFunction(name,value3,priority){return function(){var v=value3.apply(this,arguments);v==null?this.
style.removeProperty(name):this.style.setProperty(name,v,priority)}}function selection_style(name,value3,priority){return arguments.
length>1?this.each((value3==null?styleRemove:typeof value3=="function"?styleFunction:styleConstant)(name,value3,priority??
"")):styleValue(this.node(),name)}function styleValue(node,name){return node.style.getPropertyValue(name)||defaultView(node).
getComputedStyle(node,null).getPropertyValue(name)}function propertyRemove(name){return function(){delete this[name]}}function propertyConstant(name,value3){
return function(){this[name]=value3}}function propertyFunction(name,value3){return function(){var v=value3.apply(this,arguments);
v==null?delete this[name]:this[name]=v}}function selection_property(name,value3){return arguments.length>1?this.each((value3==
null?propertyRemove:typeof value3=="function"?propertyFunction:propertyConstant)(name,value3)):this.node()[name]}function classArray(string2){
return string2.trim().split(/^|\s+/)}function classList(node){return node.classList||new ClassList(node)}function ClassList(node){
this._node=node,this._names=classArray(node.getAttribute("class")||"")}ClassList.prototype={add:function(name){var i=this.
_names.indexOf(name);i<0&&(this._names.push(name),this._node.setAttribute("class",this._names.join(" ")))},remove:function(name){
var i=this._names.indexOf(name);i>=0&&(this._names.splice(i,1),this._node.setAttribute("class",this._names.join(" ")))},
contains:function(name){return this._names.indexOf(name)>=0}};function classedAdd(node,names3){for(var list2=classList(node),
i=-1,n=names3.length;++i<n;)list2.add(names3[i])}function classedRemove(node,names3){for(var list2=classList(node),i=-1,
n=names3.length;++i<n;)list2.remove(names3[i])}function classedTrue(names3){return function(){classedAdd(this,names3)}}function classedFalse(names3){
return function(){classedRemove(this,names3)}}function classedFunction(names3,value3){return function(){(value3.apply(this,
arguments)?classedAdd:classedRemove)(this,names3)}}function selection_classed(name,value3){var names3=classArray(name+"");
if(arguments.length<2){for(var list2=classList(this.node()),i=-1,n=names3.length;++i<n;)if(!list2.contains(names3[i]))return!1;
return!0}return this.each((typeof value3=="function"?classedFunction:value3?classedTrue:classedFalse)(names3,value3))}function textRemove(){
this.textContent=""}function textConstant(value3){return function(){this.textContent=value3}}function textFunction(value3){
return function(){var v=value3.apply(this,arguments);this.textContent=v??""}}function selection_text(value3){return arguments.
length?this.each(value3==null?textRemove:(typeof value3=="function"?textFunction:textConstant)(value3)):this.node().textContent}
function htmlRemove(){this.innerHTML=""}function htmlConstant(value3){return function(){this.innerHTML=value3}}function htmlFunction(value3){
return function(){var v=value3.apply(this,arguments);this.innerHTML=v??""}}function selection_html(value3){return arguments.
length?this.each(value3==null?htmlRemove:(typeof value3=="function"?htmlFunction:htmlConstant)(value3)):this.node().innerHTML}
function raise(){this.nextSibling&&this.parentNode.appendChild(this)}function selection_raise(){return this.each(raise)}
function lower(){this.previousSibling&&this.parentNode.insertBefore(this,this.parentNode.firstChild)}function selection_lower(){
return this.each(lower)}function selection_append(name){var create2=typeof name=="function"?name:creator(name);return this.
select(function(){return this.appendChild(create2.apply(this,arguments))})}function constantNull(){return null}function selection_insert(name,before){
var create2=typeof name=="function"?name:creator(name),select3=before==null?constantNull:typeof before=="function"?before:
selector(before);return this.select(function(){return this.insertBefore(create2.apply(this,arguments),select3.apply(this,
arguments)||null)})}function remove(){var parent=this.parentNode;parent&&parent.removeChild(this)}function selection_remove(){
return this.each(remove)}function selection_cloneShallow(){var clone=this.cloneNode(!1),parent=this.parentNode;return parent?
parent.insertBefore(clone,this.nextSibling):clone}function selection_cloneDeep(){var clone=this.cloneNode(!0),parent=this.
parentNode;return parent?parent.insertBefore(clone,this.nextSibling):clone}function selection_clone(deep){return this.select(
deep?selection_cloneDeep:selection_cloneShallow)}function selection_datum(value3){return arguments.length?this.property(
"__data__",value3):this.node().__data__}function contextListener(listener){return function(event){listener.call(this,event,
this.__data__)}}function parseTypenames(typenames){return typenames.trim().split(/^|\s+/).map(function(t){var name="",i=t.
indexOf(".");return i>=0&&(name=t.slice(i+1),t=t.slice(0,i)),{type:t,name}})}function onRemove(typename){return function(){
var on=this.__on;if(on){for(var j=0,i=-1,m=on.length,o;j<m;++j)o=on[j],(!typename.type||o.type===typename.type)&&o.name===
typename.name?this.removeEventListener(o.type,o.listener,o.options):on[++i]=o;++i?on.length=i:delete this.__on}}}function onAdd(typename,value3,options){
return function(){var on=this.__on,o,listener=contextListener(value3);if(on){for(var j=0,m=on.length;j<m;++j)if((o=on[j]).
type===typename.type&&o.name===typename.name){this.removeEventListener(o.type,o.listener,o.options),this.addEventListener(
o.type,o.listener=listener,o.options=options),o.value=value3;return}}this.addEventListener(typename.type,listener,options),
o={type:typename.type,name:typename.name,value:value3,listener,options},on?on.push(o):this.__on=[o]}}function selection_on(typename,value3,options){
var typenames=parseTypenames(typename+""),i,n=typenames.length,t;if(arguments.length<2){var on=this.node().__on;if(on){for(var j=0,
m=on.length,o;j<m;++j)for(i=0,o=on[j];i<n;++i)if((t=typenames[i]).type===o.type&&t.name===o.name)return o.value}return}for(on=
value3?onAdd:onRemove,i=0;i<n;++i)this.each(on(typenames[i],value3,options));return this}function dispatchEvent(node,type,params){
var window2=defaultView(node),event=window2.CustomEvent;typeof event=="function"?event=new event(type,params):(event=window2.
document.createEvent("Event"),params?(event.initEvent(type,params.bubbles,params.cancelable),event.detail=params.detail):
event.initEvent(type,!1,!1)),node.dispatchEvent(event)}function dispatchConstant(type,params){return function(){return dispatchEvent(
this,type,params)}}function dispatchFunction(type,params){return function(){return dispatchEvent(this,type,params.apply(
this,arguments))}}function selection_dispatch(type,params){return this.each((typeof params=="function"?dispatchFunction:
dispatchConstant)(type,params))}function*selection_iterator(){for(var groups=this._groups,j=0,m=groups.length;j<m;++j)for(var group=groups[j],
i=0,n=group.length,node;i<n;++i)(node=group[i])&&(yield node)}var root=[null];function Selection(groups,parents){this._groups=
groups,this._parents=parents}function selection(){return new Selection([[document.documentElement]],root)}function selection_selection(){
return this}Selection.prototype=selection.prototype={constructor:Selection,select:selection_select,selectAll:selection_selectAll,
selectChild:selection_selectChild,selectChildren:selection_selectChildren,filter:selection_filter,data:selection_data,enter:selection_enter,
exit:selection_exit,join:selection_join,merge:selection_merge,selection:selection_selection,order:selection_order,sort:selection_sort,
call:selection_call,nodes:selection_nodes,node:selection_node,size:selection_size,empty:selection_empty,each:selection_each,
attr:selection_attr,style:selection_style,property:selection_property,classed:selection_classed,text:selection_text,html:selection_html,
raise:selection_raise,lower:selection_lower,append:selection_append,insert:selection_insert,remove:selection_remove,clone:selection_clone,
datum:selection_datum,on:selection_on,dispatch:selection_dispatch,[Symbol.iterator]:selection_iterator};function select(selector2){
return typeof selector2=="string"?new Selection([[document.querySelector(selector2)]],[document.documentElement]):new Selection(
[[selector2]],root)}var nextId=0;function local(){return new Local}function Local(){this._="@"+(++nextId).toString(36)}Local.prototype=local.
prototype={constructor:Local,get:function(node){for(var id2=this._;!(id2 in node);)if(!(node=node.parentNode))return;return node[id2]},
set:function(node,value3){return node[this._]=value3},remove:function(node){return this._ in node&&delete node[this._]},
toString:function(){return this._}};function sourceEvent(event){let sourceEvent2;for(;sourceEvent2=event.sourceEvent;)event=
sourceEvent2;return event}function pointer(event,node){if(event=sourceEvent(event),node===void 0&&(node=event.currentTarget),
node){var svg=node.ownerSVGElement||node;if(svg.createSVGPoint){var point2=svg.createSVGPoint();return point2.x=event.clientX,
point2.y=event.clientY,point2=point2.matrixTransform(node.getScreenCTM().inverse()),[point2.x,point2.y]}if(node.getBoundingClientRect){
var rect=node.getBoundingClientRect();return[event.clientX-rect.left-node.clientLeft,event.clientY-rect.top-node.clientTop]}}
return[event.pageX,event.pageY]}var noop={value:()=>{}};function dispatch(){for(var i=0,n=arguments.length,_={},t;i<n;++i){if(!(t=arguments[i]+"")||t in
_||/[\s.]/.test(t))throw new Error("illegal type: "+t);_[t]=[]}return new Dispatch(_)}function Dispatch(_){this._=_}function parseTypenames2(typenames,types){
return typenames.trim().split(/^|\s+/).map(function(t){var name="",i=t.indexOf(".");if(i>=0&&(name=t.slice(i+1),t=t.slice(
0,i)),t&&!types.hasOwnProperty(t))throw new Error("unknown type: "+t);return{type:t,name}})}Dispatch.prototype=dispatch.
prototype={constructor:Dispatch,on:function(typename,callback){var _=this._,T=parseTypenames2(typename+"",_),t,i=-1,n=T.
length;if(arguments.length<2){for(;++i<n;)if((t=(typename=T[i]).type)&&(t=get2(_[t],typename.name)))return t;return}if(callback!=
null&&typeof callback!="function")throw new Error("invalid callback: "+callback);for(;++i<n;)if(t=(typename=T[i]).type)_[t]=
set(_[t],typename.name,callback);else if(callback==null)for(t in _)_[t]=set(_[t],typename.name,null);return this},copy:function(){
var copy={},_=this._;for(var t in _)copy[t]=_[t].slice();return new Dispatch(copy)},call:function(type,that){if((n=arguments.
length-2)>0)for(var args=new Array(n),i=0,n,t;i<n;++i)args[i]=arguments[i+2];if(!this._.hasOwnProperty(type))throw new Error(
"unknown type: "+type);for(t=this._[type],i=0,n=t.length;i<n;++i)t[i].value.apply(that,args)},apply:function(type,that,args){
if(!this._.hasOwnProperty(type))throw new Error("unknown type: "+type);for(var t=this._[type],i=0,n=t.length;i<n;++i)t[i].
value.apply(that,args)}};function get2(type,name){for(var i=0,n=type.length,c;i<n;++i)if((c=type[i]).name===name)return c.
value}function set(type,name,callback){for(var i=0,n=type.length;i<n;++i)if(type[i].name===name){type[i]=noop,type=type.
slice(0,i).concat(type.slice(i+1));break}return callback!=null&&type.push({name,value:callback}),type}var nonpassivecapture={capture:!0,passive:!1};function noevent(event){event.preventDefault(),event.stopImmediatePropagation()}function nodrag(view){var root2=view.document.
documentElement,selection2=select(view).on("dragstart.drag",noevent,nonpassivecapture);"onselectstart"in root2?selection2.
on("selectstart.drag",noevent,nonpassivecapture):(root2.__noselect=root2.style.MozUserSelect,root2.style.MozUserSelect="\
none")}function yesdrag(view,noclick){var root2=view.document.documentElement,selection2=select(view).on("dragstart.drag",
null);noclick&&(selection2.on("click.drag",noevent,nonpassivecapture),setTimeout(function(){selection2.on("click.drag",null)},
0)),"onselectstart"in root2?selection2.on("selectstart.drag",null):(root2.style.MozUserSelect=root2.__noselect,delete root2.
__noselect)}function DragEvent(type,{sourceEvent:sourceEvent2,subject,target:target2,identifier,active,x,y,dx,dy,dispatch:dispatch2}){
Object.defineProperties(this,{type:{value:type,enumerable:!0,configurable:!0},sourceEvent:{value:sourceEvent2,enumerable:!0,
configurable:!0},subject:{value:subject,enumerable:!0,configurable:!0},target:{value:target2,enumerable:!0,configurable:!0},
identifier:{value:identifier,enumerable:!0,configurable:!0},active:{value:active,enumerable:!0,configurable:!0},x:{value:x,
enumerable:!0,configurable:!0},y:{value:y,enumerable:!0,configurable:!0},dx:{value:dx,enumerable:!0,configurable:!0},dy:{
value:dy,enumerable:!0,configurable:!0},_:{value:dispatch2}})}DragEvent.prototype.on=function(){var value3=this._.on.apply(
this._,arguments);return value3===this._?this:value3};function define(constructor,factory,prototype){constructor.prototype=factory.prototype=prototype,prototype.constructor=constructor}
function extend(parent,definition){var prototype=Object.create(parent.prototype);for(var key in definition)prototype[key]=
definition[key];return prototype}function Color(){}var darker=.7,brighter=1/darker,reI="\\s*([+-]?\\d+)\\s*",reN="\\s*([+\
-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",reP="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",reHex=/^#([0-9a-f]{3,8})$/,
reRgbInteger=new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`),reRgbPercent=new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`),reRgbaInteger=new RegExp(
`^rgba\\(${reI},${reI},${reI},${reN}\\)$`),reRgbaPercent=new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`),reHslPercent=new RegExp(
`^hsl\\(${reN},${reP},${reP}\\)$`),reHslaPercent=new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`),named={aliceblue:15792383,
antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,
blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,
cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,
darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,
darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,
darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,
dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,
gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,
indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,
lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,
lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,
lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,
linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,
mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,
midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,
olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,
paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,
powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,
salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,
slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,
tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};
define(Color,color,{copy(channels){return Object.assign(new this.constructor,this,channels)},displayable(){return this.rgb().
displayable()},hex:color_formatHex,formatHex:color_formatHex,formatHex8:color_formatHex8,formatHsl:color_formatHsl,formatRgb:color_formatRgb,
toString:color_formatRgb});function color_formatHex(){return this.rgb().formatHex()}function color_formatHex8(){return this.
rgb().formatHex8()}function color_formatHsl(){return hslConvert(this).formatHsl()}function color_formatRgb(){return this.
rgb().formatRgb()}function color(format){var m,l;return format=(format+"").trim().toLowerCase(),(m=reHex.exec(format))?(l=
m[1].length,m=parseInt(m[1],16),l===6?rgbn(m):l===3?new Rgb(m>>8&15|m>>4&240,m>>4&15|m&240,(m&15)<<4|m&15,1):l===8?rgba(
m>>24&255,m>>16&255,m>>8&255,(m&255)/255):l===4?rgba(m>>12&15|m>>8&240,m>>8&15|m>>4&240,m>>4&15|m&240,((m&15)<<4|m&15)/255):
null):(m=reRgbInteger.exec(format))?new Rgb(m[1],m[2],m[3],1):(m=reRgbPercent.exec(format))?new Rgb(m[1]*255/100,m[2]*255/
100,m[3]*255/100,1):(m=reRgbaInteger.exec(format))?rgba(m[1],m[2],m[3],m[4]):(m=reRgbaPercent.exec(format))?rgba(m[1]*255/
100,m[2]*255/100,m[3]*255/100,m[4]):(m=reHslPercent.exec(format))?hsla(m[1],m[2]/100,m[3]/100,1):(m=reHslaPercent.exec(format))?
hsla(m[1],m[2]/100,m[3]/100,m[4]):named.hasOwnProperty(format)?rgbn(named[format]):format==="transparent"?new Rgb(NaN,NaN,
NaN,0):null}function rgbn(n){return new Rgb(n>>16&255,n>>8&255,n&255,1)}function rgba(r,g,b,a){return a<=0&&(r=g=b=NaN),
new Rgb(r,g,b,a)}function rgbConvert(o){return o instanceof Color||(o=color(o)),o?(o=o.rgb(),new Rgb(o.r,o.g,o.b,o.opacity)):
new Rgb}function rgb(r,g,b,opacity){return arguments.length===1?rgbConvert(r):new Rgb(r,g,b,opacity??1)}function Rgb(r,g,b,opacity){
this.r=+r,this.g=+g,this.b=+b,this.opacity=+opacity}define(Rgb,rgb,extend(Color,{brighter(k){return k=k==null?brighter:Math.
pow(brighter,k),new Rgb(this.r*k,this.g*k,this.b*k,this.opacity)},darker(k){return k=k==null?darker:Math.pow(darker,k),new Rgb(
this.r*k,this.g*k,this.b*k,this.opacity)},rgb(){return this},clamp(){return new Rgb(clampi(this.r),clampi(this.g),clampi(
this.b),clampa(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.
b<255.5&&0<=this.opacity&&this.opacity<=1},hex:rgb_formatHex,formatHex:rgb_formatHex,formatHex8:rgb_formatHex8,formatRgb:rgb_formatRgb,
toString:rgb_formatRgb}));function rgb_formatHex(){return`#${hex(this.r)}${hex(this.g)}${hex(this.b)}`}function rgb_formatHex8(){
return`#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity)?1:this.opacity)*255)}`}function rgb_formatRgb(){
let a=clampa(this.opacity);return`${a===1?"rgb(":"rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a===1?
")":`, ${a})`}`}function clampa(opacity){return isNaN(opacity)?1:Math.max(0,Math.min(1,opacity))}function clampi(value3){
return Math.max(0,Math.min(255,Math.round(value3)||0))}function hex(value3){return value3=clampi(value3),(value3<16?"0":
"")+value3.toString(16)}function hsla(h2,s2,l,a){return a<=0?h2=s2=l=NaN:l<=0||l>=1?h2=s2=NaN:s2<=0&&(h2=NaN),new Hsl(h2,
s2,l,a)}function hslConvert(o){if(o instanceof Hsl)return new Hsl(o.h,o.s,o.l,o.opacity);if(o instanceof Color||(o=color(
o)),!o)return new Hsl;if(o instanceof Hsl)return o;o=o.rgb();var r=o.r/255,g=o.g/255,b=o.b/255,min=Math.min(r,g,b),max=Math.
max(r,g,b),h2=NaN,s2=max-min,l=(max+min)/2;return s2?(r===max?h2=(g-b)/s2+(g<b)*6:g===max?h2=(b-r)/s2+2:h2=(r-g)/s2+4,s2/=
l<.5?max+min:2-max-min,h2*=60):s2=l>0&&l<1?0:h2,new Hsl(h2,s2,l,o.opacity)}function hsl(h2,s2,l,opacity){return arguments.
length===1?hslConvert(h2):new Hsl(h2,s2,l,opacity??1)}function Hsl(h2,s2,l,opacity){this.h=+h2,this.s=+s2,this.l=+l,this.
opacity=+opacity}define(Hsl,hsl,extend(Color,{brighter(k){return k=k==null?brighter:Math.pow(brighter,k),new Hsl(this.h,
this.s,this.l*k,this.opacity)},darker(k){return k=k==null?darker:Math.pow(darker,k),new Hsl(this.h,this.s,this.l*k,this.
opacity)},rgb(){var h2=this.h%360+(this.h<0)*360,s2=isNaN(h2)||isNaN(this.s)?0:this.s,l=this.l,m2=l+(l<.5?l:1-l)*s2,m1=2*
l-m2;return new Rgb(hsl2rgb(h2>=240?h2-240:h2+120,m1,m2),hsl2rgb(h2,m1,m2),hsl2rgb(h2<120?h2+240:h2-120,m1,m2),this.opacity)},
clamp(){return new Hsl(clamph(this.h),clampt(this.s),clampt(this.l),clampa(this.opacity))},displayable(){return(0<=this.
s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let a=clampa(this.opacity);
return`${a===1?"hsl(":"hsla("}${clamph(this.h)}, ${clampt(this.s)*100}%, ${clampt(this.l)*100}%${a===1?")":`, ${a})`}`}}));
function clamph(value3){return value3=(value3||0)%360,value3<0?value3+360:value3}function clampt(value3){return Math.max(
0,Math.min(1,value3||0))}function hsl2rgb(h2,m1,m2){return(h2<60?m1+(m2-m1)*h2/60:h2<180?m2:h2<240?m1+(m2-m1)*(240-h2)/60:
m1)*255}var radians2=Math.PI/180,degrees=180/Math.PI,K=18,Xn=.96422,Yn=1,Zn=.82521,t0=4/29,t1=6/29,t2=3*t1*t1,t3=t1*t1*t1;
function labConvert(o){if(o instanceof Lab)return new Lab(o.l,o.a,o.b,o.opacity);if(o instanceof Hcl)return hcl2lab(o);o instanceof
Rgb||(o=rgbConvert(o));var r=rgb2lrgb(o.r),g=rgb2lrgb(o.g),b=rgb2lrgb(o.b),y=xyz2lab((.2225045*r+.7168786*g+.0606169*b)/
Yn),x,z;return r===g&&g===b?x=z=y:(x=xyz2lab((.4360747*r+.3850649*g+.1430804*b)/Xn),z=xyz2lab((.0139322*r+.0971045*g+.7141733*
b)/Zn)),new Lab(116*y-16,500*(x-y),200*(y-z),o.opacity)}function lab(l,a,b,opacity){return arguments.length===1?labConvert(l):new Lab(l,a,b,opacity??1)}function Lab(l,a,b,opacity){
this.l=+l,this.a=+a,this.b=+b,this.opacity=+opacity}define(Lab,lab,extend(Color,{brighter(k){return new Lab(this.l+K*(k??
1),this.a,this.b,this.opacity)},darker(k){return new Lab(this.l-K*(k??1),this.a,this.b,this.opacity)},rgb(){var y=(this.
l+16)/116,x=isNaN(this.a)?y:y+this.a/500,z=isNaN(this.b)?y:y-this.b/200;return x=Xn*lab2xyz(x),y=Yn*lab2xyz(y),z=Zn*lab2xyz(
z),new Rgb(lrgb2rgb(3.1338561*x-1.6168667*y-.4906146*z),lrgb2rgb(-.9787684*x+1.9161415*y+.033454*z),lrgb2rgb(.0719453*x-
.2289914*y+1.4052427*z),this.opacity)}}));function xyz2lab(t){return t>t3?Math.pow(t,1/3):t/t2+t0}function lab2xyz(t){return t>
t1?t*t*t:t2*(t-t0)}function lrgb2rgb(x){return 255*(x<=.0031308?12.92*x:1.055*Math.pow(x,1/2.4)-.055)}function rgb2lrgb(x){
return(x/=255)<=.04045?x/12.92:Math.pow((x+.055)/1.055,2.4)}function hclConvert(o){if(o instanceof Hcl)return new Hcl(o.
h,o.c,o.l,o.opacity);if(o instanceof Lab||(o=labConvert(o)),o.a===0&&o.b===0)return new Hcl(NaN,0<o.l&&o.l<100?0:NaN,o.l,
o.opacity);var h2=Math.atan2(o.b,o.a)*degrees;return new Hcl(h2<0?h2+360:h2,Math.sqrt(o.a*o.a+o.b*o.b),o.l,o.opacity)}function hcl(h2,c,l,opacity){return arguments.length===1?hclConvert(h2):new Hcl(h2,c,l,opacity??1)}function Hcl(h2,c,l,opacity){
this.h=+h2,this.c=+c,this.l=+l,this.opacity=+opacity}function hcl2lab(o){if(isNaN(o.h))return new Lab(o.l,0,0,o.opacity);
var h2=o.h*radians2;return new Lab(o.l,Math.cos(h2)*o.c,Math.sin(h2)*o.c,o.opacity)}define(Hcl,hcl,extend(Color,{brighter(k){
return new Hcl(this.h,this.c,this.l+K*(k??1),this.opacity)},darker(k){return new Hcl(this.h,this.c,this.l-K*(k??1),this.
opacity)},rgb(){return hcl2lab(this).rgb()}}));var A=-.14861,B=1.78277,C=-.29227,D=-.90649,E=1.97294,ED=E*D,EB=E*B,BC_DA=B*
C-D*A;function cubehelixConvert(o){if(o instanceof Cubehelix)return new Cubehelix(o.h,o.s,o.l,o.opacity);o instanceof Rgb||
(o=rgbConvert(o));var r=o.r/255,g=o.g/255,b=o.b/255,l=(BC_DA*b+ED*r-EB*g)/(BC_DA+ED-EB),bl=b-l,k=(E*(g-l)-C*bl)/D,s2=Math.
sqrt(k*k+bl*bl)/(E*l*(1-l)),h2=s2?Math.atan2(k,bl)*degrees-120:NaN;return new Cubehelix(h2<0?h2+360:h2,s2,l,o.opacity)}function cubehelix(h2,s2,l,opacity){
return arguments.length===1?cubehelixConvert(h2):new Cubehelix(h2,s2,l,opacity??1)}function Cubehelix(h2,s2,l,opacity){this.
h=+h2,this.s=+s2,this.l=+l,this.opacity=+opacity}define(Cubehelix,cubehelix,extend(Color,{brighter(k){return k=k==null?brighter:
Math.pow(brighter,k),new Cubehelix(this.h,this.s,this.l*k,this.opacity)},darker(k){return k=k==null?darker:Math.pow(darker,
k),new Cubehelix(this.h,this.s,this.l*k,this.opacity)},rgb(){var h2=isNaN(this.h)?0:(this.h+120)*radians2,l=+this.l,a=isNaN(
this.s)?0:this.s*l*(1-l),cosh2=Math.cos(h2),sinh2=Math.sin(h2);return new Rgb(255*(l+a*(A*cosh2+B*sinh2)),255*(l+a*(C*cosh2+
D*sinh2)),255*(l+a*(E*cosh2)),this.opacity)}}));function basis(t13,v0,v1,v2,v3){var t22=t13*t13,t32=t22*t13;return((1-3*t13+3*t22-t32)*v0+(4-6*t22+3*t32)*v1+(1+3*t13+3*
t22-3*t32)*v2+t32*v3)/6}function basis$1(values){var n=values.length-1;return function(t){var i=t<=0?t=0:t>=1?(t=1,n-1):
Math.floor(t*n),v1=values[i],v2=values[i+1],v0=i>0?values[i-1]:2*v1-v2,v3=i<n-1?values[i+2]:2*v2-v1;return basis((t-i/n)*
n,v0,v1,v2,v3)}}function basisClosed(values){var n=values.length;return function(t){var i=Math.floor(((t%=1)<0?++t:t)*n),
v0=values[(i+n-1)%n],v1=values[i%n],v2=values[(i+1)%n],v3=values[(i+2)%n];return basis((t-i/n)*n,v0,v1,v2,v3)}}var constant2=x=>()=>x;
function linear(a,d){return function(t){return a+t*d}}function exponential(a,b,y){return a=Math.pow(a,y),b=Math.pow(b,y)-
a,y=1/y,function(t){return Math.pow(a+t*b,y)}}function hue$1(a,b){var d=b-a;return d?linear(a,d>180||d<-180?d-360*Math.round(
d/360):d):constant2(isNaN(a)?b:a)}function gamma(y){return(y=+y)==1?nogamma:function(a,b){return b-a?exponential(a,b,y):
constant2(isNaN(a)?b:a)}}function nogamma(a,b){var d=b-a;return d?linear(a,d):constant2(isNaN(a)?b:a)}var rgb2=(function rgbGamma(y){
var color2=gamma(y);function rgb3(start3,end){var r=color2((start3=rgb(start3)).r,(end=rgb(end)).r),g=color2(start3.g,end.
g),b=color2(start3.b,end.b),opacity=nogamma(start3.opacity,end.opacity);return function(t){return start3.r=r(t),start3.g=
g(t),start3.b=b(t),start3.opacity=opacity(t),start3+""}}return rgb3.gamma=rgbGamma,rgb3})(1);function rgbSpline(spline){
return function(colors){var n=colors.length,r=new Array(n),g=new Array(n),b=new Array(n),i,color2;for(i=0;i<n;++i)color2=
rgb(colors[i]),r[i]=color2.r||0,g[i]=color2.g||0,b[i]=color2.b||0;return r=spline(r),g=spline(g),b=spline(b),color2.opacity=
1,function(t){return color2.r=r(t),color2.g=g(t),color2.b=b(t),color2+""}}}var rgbBasis=rgbSpline(basis$1),rgbBasisClosed=rgbSpline(
basisClosed);function numberArray(a,b){b||(b=[]);var n=a?Math.min(b.length,a.length):0,c=b.slice(),i;return function(t){
for(i=0;i<n;++i)c[i]=a[i]*(1-t)+b[i]*t;return c}}function isNumberArray(x){return ArrayBuffer.isView(x)&&!(x instanceof DataView)}function genericArray(a,b){var nb=b?b.length:0,na=a?Math.min(nb,a.length):0,x=new Array(na),c=new Array(nb),i;for(i=0;i<
na;++i)x[i]=value2(a[i],b[i]);for(;i<nb;++i)c[i]=b[i];return function(t){for(i=0;i<na;++i)c[i]=x[i](t);return c}}function date2(a,b){
var d=new Date;return a=+a,b=+b,function(t){return d.setTime(a*(1-t)+b*t),d}}function number(a,b){return a=+a,b=+b,function(t){
return a*(1-t)+b*t}}function object(a,b){var i={},c={},k;(a===null||typeof a!="object")&&(a={}),(b===null||typeof b!="ob\
ject")&&(b={});for(k in b)k in a?i[k]=value2(a[k],b[k]):c[k]=b[k];return function(t){for(k in i)c[k]=i[k](t);return c}}var reA=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,
reB=new RegExp(reA.source,"g");function zero(b){return function(){return b}}function one(b){return function(t){return b(
t)+""}}function string(a,b){var bi=reA.lastIndex=reB.lastIndex=0,am,bm,bs,i=-1,s2=[],q=[];for(a=a+"",b=b+"";(am=reA.exec(
a))&&(bm=reB.exec(b));)(bs=bm.index)>bi&&(bs=b.slice(bi,bs),s2[i]?s2[i]+=bs:s2[++i]=bs),(am=am[0])===(bm=bm[0])?s2[i]?s2[i]+=
bm:s2[++i]=bm:(s2[++i]=null,q.push({i,x:number(am,bm)})),bi=reB.lastIndex;return bi<b.length&&(bs=b.slice(bi),s2[i]?s2[i]+=
bs:s2[++i]=bs),s2.length<2?q[0]?one(q[0].x):zero(b):(b=q.length,function(t){for(var i2=0,o;i2<b;++i2)s2[(o=q[i2]).i]=o.x(
t);return s2.join("")})}function value2(a,b){var t=typeof b,c;return b==null||t==="boolean"?constant2(b):(t==="number"?number:
t==="string"?(c=color(b))?(b=c,rgb2):string:b instanceof color?rgb2:b instanceof Date?date2:isNumberArray(b)?numberArray:
Array.isArray(b)?genericArray:typeof b.valueOf!="function"&&typeof b.toString!="function"||isNaN(b)?object:number)(a,b)}function round(a,b){return a=+a,b=+b,function(t){return Math.round(a*(1-t)+b*t)}}var degrees2=180/Math.PI,identity={translateX:0,
translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function decompose(a,b,c,d,e,f){var scaleX,scaleY,skewX;return(scaleX=Math.
sqrt(a*a+b*b))&&(a/=scaleX,b/=scaleX),(skewX=a*c+b*d)&&(c-=a*skewX,d-=b*skewX),(scaleY=Math.sqrt(c*c+d*d))&&(c/=scaleY,d/=
scaleY,skewX/=scaleY),a*d<b*c&&(a=-a,b=-b,skewX=-skewX,scaleX=-scaleX),{translateX:e,translateY:f,rotate:Math.atan2(b,a)*
degrees2,skewX:Math.atan(skewX)*degrees2,scaleX,scaleY}}var svgNode;function parseCss(value3){let m=new(typeof DOMMatrix==
"function"?DOMMatrix:WebKitCSSMatrix)(value3+"");return m.isIdentity?identity:decompose(m.a,m.b,m.c,m.d,m.e,m.f)}function parseSvg(value3){
return value3==null||(svgNode||(svgNode=document.createElementNS("http://www.w3.org/2000/svg","g")),svgNode.setAttribute(
"transform",value3),!(value3=svgNode.transform.baseVal.consolidate()))?identity:(value3=value3.matrix,decompose(value3.a,
value3.b,value3.c,value3.d,value3.e,value3.f))}function interpolateTransform(parse2,pxComma,pxParen,degParen){function pop(s2){
return s2.length?s2.pop()+" ":""}function translate(xa,ya,xb,yb,s2,q){if(xa!==xb||ya!==yb){var i=s2.push("translate(",null,
pxComma,null,pxParen);q.push({i:i-4,x:number(xa,xb)},{i:i-2,x:number(ya,yb)})}else(xb||yb)&&s2.push("translate("+xb+pxComma+
yb+pxParen)}function rotate(a,b,s2,q){a!==b?(a-b>180?b+=360:b-a>180&&(a+=360),q.push({i:s2.push(pop(s2)+"rotate(",null,degParen)-
2,x:number(a,b)})):b&&s2.push(pop(s2)+"rotate("+b+degParen)}function skewX(a,b,s2,q){a!==b?q.push({i:s2.push(pop(s2)+"sk\
ewX(",null,degParen)-2,x:number(a,b)}):b&&s2.push(pop(s2)+"skewX("+b+degParen)}function scale(xa,ya,xb,yb,s2,q){if(xa!==
xb||ya!==yb){var i=s2.push(pop(s2)+"scale(",null,",",null,")");q.push({i:i-4,x:number(xa,xb)},{i:i-2,x:number(ya,yb)})}else
(xb!==1||yb!==1)&&s2.push(pop(s2)+"scale("+xb+","+yb+")")}return function(a,b){var s2=[],q=[];return a=parse2(a),b=parse2(
b),translate(a.translateX,a.translateY,b.translateX,b.translateY,s2,q),rotate(a.rotate,b.rotate,s2,q),skewX(a.skewX,b.skewX,
s2,q),scale(a.scaleX,a.scaleY,b.scaleX,b.scaleY,s2,q),a=b=null,function(t){for(var i=-1,n=q.length,o;++i<n;)s2[(o=q[i]).
i]=o.x(t);return s2.join("")}}}var interpolateTransformCss=interpolateTransform(parseCss,"px, ","px)","deg)"),interpolateTransformSvg=interpolateTransform(
parseSvg,", ",")",")"),epsilon2=1e-12;function cosh(x){return((x=Math.exp(x))+1/x)/2}function sinh(x){return((x=Math.exp(
x))-1/x)/2}function tanh(x){return((x=Math.exp(2*x))-1)/(x+1)}var zoom=(function zoomRho(rho,rho2,rho4){function zoom3(p0,p1){
var ux0=p0[0],uy0=p0[1],w0=p0[2],ux1=p1[0],uy1=p1[1],w1=p1[2],dx=ux1-ux0,dy=uy1-uy0,d2=dx*dx+dy*dy,i,S;if(d2<epsilon2)S=
Math.log(w1/w0)/rho,i=function(t){return[ux0+t*dx,uy0+t*dy,w0*Math.exp(rho*t*S)]};else{var d1=Math.sqrt(d2),b02=(w1*w1-w0*
w0+rho4*d2)/(2*w0*rho2*d1),b12=(w1*w1-w0*w0-rho4*d2)/(2*w1*rho2*d1),r0=Math.log(Math.sqrt(b02*b02+1)-b02),r1=Math.log(Math.
sqrt(b12*b12+1)-b12);S=(r1-r0)/rho,i=function(t){var s2=t*S,coshr0=cosh(r0),u=w0/(rho2*d1)*(coshr0*tanh(rho*s2+r0)-sinh(
r0));return[ux0+u*dx,uy0+u*dy,w0*coshr0/cosh(rho*s2+r0)]}}return i.duration=Math.abs(S)*1e3*rho/Math.SQRT2,i}return zoom3.
rho=function(_){var _1=Math.max(.001,+_),_2=_1*_1,_4=_2*_2;return zoomRho(_1,_2,_4)},zoom3})(Math.SQRT2,2,4);function hsl2(hue){
return function(start3,end){var h2=hue((start3=hsl(start3)).h,(end=hsl(end)).h),s2=nogamma(start3.s,end.s),l=nogamma(start3.
l,end.l),opacity=nogamma(start3.opacity,end.opacity);return function(t){return start3.h=h2(t),start3.s=s2(t),start3.l=l(
t),start3.opacity=opacity(t),start3+""}}}var hsl_default=hsl2(hue$1),hslLong=hsl2(nogamma);function hcl2(hue){return function(start3,end){var h2=hue((start3=hcl(start3)).h,(end=hcl(end)).h),c=nogamma(start3.c,end.
c),l=nogamma(start3.l,end.l),opacity=nogamma(start3.opacity,end.opacity);return function(t){return start3.h=h2(t),start3.
c=c(t),start3.l=l(t),start3.opacity=opacity(t),start3+""}}}var hcl_default=hcl2(hue$1),hclLong=hcl2(nogamma);function cubehelix2(hue){
return(function cubehelixGamma(y){y=+y;function cubehelix3(start3,end){var h2=hue((start3=cubehelix(start3)).h,(end=cubehelix(
end)).h),s2=nogamma(start3.s,end.s),l=nogamma(start3.l,end.l),opacity=nogamma(start3.opacity,end.opacity);return function(t){
return start3.h=h2(t),start3.s=s2(t),start3.l=l(Math.pow(t,y)),start3.opacity=opacity(t),start3+""}}return cubehelix3.gamma=
cubehelixGamma,cubehelix3})(1)}var cubehelix_default=cubehelix2(hue$1),cubehelixLong=cubehelix2(nogamma);var frame2=0,timeout$1=0,interval$1=0,pokeDelay=1e3,taskHead,taskTail,clockLast=0,clockNow=0,clockSkew=0,clock=typeof performance==
"object"&&performance.now?performance:Date,setFrame=typeof window=="object"&&window.requestAnimationFrame?window.requestAnimationFrame.
bind(window):function(f){setTimeout(f,17)};function now(){return clockNow||(setFrame(clearNow),clockNow=clock.now()+clockSkew)}
function clearNow(){clockNow=0}function Timer(){this._call=this._time=this._next=null}Timer.prototype=timer.prototype={constructor:Timer,
restart:function(callback,delay,time){if(typeof callback!="function")throw new TypeError("callback is not a function");time=
(time==null?now():+time)+(delay==null?0:+delay),!this._next&&taskTail!==this&&(taskTail?taskTail._next=this:taskHead=this,
taskTail=this),this._call=callback,this._time=time,sleep()},stop:function(){this._call&&(this._call=null,this._time=1/0,
sleep())}};function timer(callback,delay,time){var t=new Timer;return t.restart(callback,delay,time),t}function timerFlush(){
now(),++frame2;for(var t=taskHead,e;t;)(e=clockNow-t._time)>=0&&t._call.call(void 0,e),t=t._next;--frame2}function wake(){
clockNow=(clockLast=clock.now())+clockSkew,frame2=timeout$1=0;try{timerFlush()}finally{frame2=0,nap(),clockNow=0}}function poke(){
var now2=clock.now(),delay=now2-clockLast;delay>pokeDelay&&(clockSkew-=delay,clockLast=now2)}function nap(){for(var t03,
t13=taskHead,t22,time=1/0;t13;)t13._call?(time>t13._time&&(time=t13._time),t03=t13,t13=t13._next):(t22=t13._next,t13._next=
null,t13=t03?t03._next=t22:taskHead=t22);taskTail=t03,sleep(time)}function sleep(time){if(!frame2){timeout$1&&(timeout$1=
clearTimeout(timeout$1));var delay=time-clockNow;delay>24?(time<1/0&&(timeout$1=setTimeout(wake,Math.ceil(time-clock.now()-
clockSkew)+1)),interval$1&&(interval$1=clearInterval(interval$1))):(interval$1||(clockLast=clock.now(),interval$1=setInterval(
poke,pokeDelay)),frame2=1,setFrame(wake))}}function timeout(callback,delay,time){var t=new Timer;return delay=delay==null?
0:+delay,t.restart(elapsed=>{t.stop(),callback(elapsed+delay)},delay,time),t}function cubicInOut(t){return((t*=2)<=1?t*t*t:(t-=2)*t*t+2)/2}var exponent=3,polyIn=(function custom(e){e=+e;function polyIn2(t){
return Math.pow(t,e)}return polyIn2.exponent=custom,polyIn2})(exponent),polyOut=(function custom2(e){e=+e;function polyOut2(t){
return 1-Math.pow(1-t,e)}return polyOut2.exponent=custom2,polyOut2})(exponent),polyInOut=(function custom3(e){e=+e;function polyInOut2(t){
return((t*=2)<=1?Math.pow(t,e):2-Math.pow(2-t,e))/2}return polyInOut2.exponent=custom3,polyInOut2})(exponent),pi=Math.PI,
halfPi=pi/2;function tpmt(x){return(Math.pow(2,-10*x)-.0009765625)*1.0009775171065494}var b1=4/11,b2=6/11,b3=8/11,b4=3/4,b5=9/11,b6=10/11,b7=15/16,b8=21/22,b9=63/64,b0=1/b1/b1;var overshoot=1.70158,backIn=(function custom4(s2){s2=+s2;function backIn2(t){return(t=+t)*t*(s2*(t-1)+t)}return backIn2.
overshoot=custom4,backIn2})(overshoot),backOut=(function custom5(s2){s2=+s2;function backOut2(t){return--t*t*((t+1)*s2+t)+
1}return backOut2.overshoot=custom5,backOut2})(overshoot),backInOut=(function custom6(s2){s2=+s2;function backInOut2(t){
return((t*=2)<1?t*t*((s2+1)*t-s2):(t-=2)*t*((s2+1)*t+s2)+2)/2}return backInOut2.overshoot=custom6,backInOut2})(overshoot),
tau=2*Math.PI,amplitude=1,period=.3,elasticIn=(function custom7(a,p){var s2=Math.asin(1/(a=Math.max(1,a)))*(p/=tau);function elasticIn2(t){
return a*tpmt(- --t)*Math.sin((s2-t)/p)}return elasticIn2.amplitude=function(a2){return custom7(a2,p*tau)},elasticIn2.period=
function(p2){return custom7(a,p2)},elasticIn2})(amplitude,period),elasticOut=(function custom8(a,p){var s2=Math.asin(1/(a=
Math.max(1,a)))*(p/=tau);function elasticOut2(t){return 1-a*tpmt(t=+t)*Math.sin((t+s2)/p)}return elasticOut2.amplitude=function(a2){
return custom8(a2,p*tau)},elasticOut2.period=function(p2){return custom8(a,p2)},elasticOut2})(amplitude,period),elasticInOut=(function custom9(a,p){
var s2=Math.asin(1/(a=Math.max(1,a)))*(p/=tau);function elasticInOut2(t){return((t=t*2-1)<0?a*tpmt(-t)*Math.sin((s2-t)/p):
2-a*tpmt(t)*Math.sin((s2+t)/p))/2}return elasticInOut2.amplitude=function(a2){return custom9(a2,p*tau)},elasticInOut2.period=
function(p2){return custom9(a,p2)},elasticInOut2})(amplitude,period);var emptyOn=dispatch("start","end","cancel","interrupt"),emptyTween=[],CREATED=0,SCHEDULED=1,STARTING=2,STARTED=3,RUNNING=4,
ENDING=5,ENDED=6;function schedule(node,name,id2,index,group,timing){var schedules=node.__transition;if(!schedules)node.
__transition={};else if(id2 in schedules)return;create(node,id2,{name,index,group,on:emptyOn,tween:emptyTween,time:timing.
time,delay:timing.delay,duration:timing.duration,ease:timing.ease,timer:null,state:CREATED})}function init(node,id2){var schedule2=get3(
node,id2);if(schedule2.state>CREATED)throw new Error("too late; already scheduled");return schedule2}function set2(node,id2){
var schedule2=get3(node,id2);if(schedule2.state>STARTED)throw new Error("too late; already running");return schedule2}function get3(node,id2){
var schedule2=node.__transition;if(!schedule2||!(schedule2=schedule2[id2]))throw new Error("transition not found");return schedule2}
function create(node,id2,self){var schedules=node.__transition,tween;schedules[id2]=self,self.timer=timer(schedule2,0,self.
time);function schedule2(elapsed){self.state=SCHEDULED,self.timer.restart(start3,self.delay,self.time),self.delay<=elapsed&&
start3(elapsed-self.delay)}function start3(elapsed){var i,j,n,o;if(self.state!==SCHEDULED)return stop();for(i in schedules)
if(o=schedules[i],o.name===self.name){if(o.state===STARTED)return timeout(start3);o.state===RUNNING?(o.state=ENDED,o.timer.
stop(),o.on.call("interrupt",node,node.__data__,o.index,o.group),delete schedules[i]):+i<id2&&(o.state=ENDED,o.timer.stop(),
o.on.call("cancel",node,node.__data__,o.index,o.group),delete schedules[i])}if(timeout(function(){self.state===STARTED&&
(self.state=RUNNING,self.timer.restart(tick,self.delay,self.time),tick(elapsed))}),self.state=STARTING,self.on.call("sta\
rt",node,node.__data__,self.index,self.group),self.state===STARTING){for(self.state=STARTED,tween=new Array(n=self.tween.
length),i=0,j=-1;i<n;++i)(o=self.tween[i].value.call(node,node.__data__,self.index,self.group))&&(tween[++j]=o);tween.length=
j+1}}function tick(elapsed){for(var t=elapsed<self.duration?self.ease.call(null,elapsed/self.duration):(self.timer.restart(
stop),self.state=ENDING,1),i=-1,n=tween.length;++i<n;)tween[i].call(node,t);self.state===ENDING&&(self.on.call("end",node,
node.__data__,self.index,self.group),stop())}function stop(){self.state=ENDED,self.timer.stop(),delete schedules[id2];for(var i in schedules)
return;delete node.__transition}}function interrupt(node,name){var schedules=node.__transition,schedule2,active,empty2=!0,
i;if(schedules){name=name==null?null:name+"";for(i in schedules){if((schedule2=schedules[i]).name!==name){empty2=!1;continue}
active=schedule2.state>STARTING&&schedule2.state<ENDING,schedule2.state=ENDED,schedule2.timer.stop(),schedule2.on.call(active?
"interrupt":"cancel",node,node.__data__,schedule2.index,schedule2.group),delete schedules[i]}empty2&&delete node.__transition}}
function selection_interrupt(name){return this.each(function(){interrupt(this,name)})}function tweenRemove(id2,name){var tween0,
tween1;return function(){var schedule2=set2(this,id2),tween=schedule2.tween;if(tween!==tween0){tween1=tween0=tween;for(var i=0,
n=tween1.length;i<n;++i)if(tween1[i].name===name){tween1=tween1.slice(),tween1.splice(i,1);break}}schedule2.tween=tween1}}
function tweenFunction(id2,name,value3){var tween0,tween1;if(typeof value3!="function")throw new Error;return function(){
var schedule2=set2(this,id2),tween=schedule2.tween;if(tween!==tween0){tween1=(tween0=tween).slice();for(var t={name,value:value3},
i=0,n=tween1.length;i<n;++i)if(tween1[i].name===name){tween1[i]=t;break}i===n&&tween1.push(t)}schedule2.tween=tween1}}function transition_tween(name,value3){
var id2=this._id;if(name+="",arguments.length<2){for(var tween=get3(this.node(),id2).tween,i=0,n=tween.length,t;i<n;++i)
if((t=tween[i]).name===name)return t.value;return null}return this.each((value3==null?tweenRemove:tweenFunction)(id2,name,
value3))}function tweenValue(transition2,name,value3){var id2=transition2._id;return transition2.each(function(){var schedule2=set2(
this,id2);(schedule2.value||(schedule2.value={}))[name]=value3.apply(this,arguments)}),function(node){return get3(node,id2).
value[name]}}function interpolate(a,b){var c;return(typeof b=="number"?number:b instanceof color?rgb2:(c=color(b))?(b=c,
rgb2):string)(a,b)}function attrRemove2(name){return function(){this.removeAttribute(name)}}function attrRemoveNS2(fullname){
return function(){this.removeAttributeNS(fullname.space,fullname.local)}}function attrConstant2(name,interpolate2,value1){
var string00,string1=value1+"",interpolate0;return function(){var string0=this.getAttribute(name);return string0===string1?
null:string0===string00?interpolate0:interpolate0=interpolate2(string00=string0,value1)}}function attrConstantNS2(fullname,interpolate2,value1){
var string00,string1=value1+"",interpolate0;return function(){var string0=this.getAttributeNS(fullname.space,fullname.local);
return string0===string1?null:string0===string00?interpolate0:interpolate0=interpolate2(string00=string0,value1)}}function attrFunction2(name,interpolate2,value3){
var string00,string10,interpolate0;return function(){var string0,value1=value3(this),string1;return value1==null?void this.
removeAttribute(name):(string0=this.getAttribute(name),string1=value1+"",string0===string1?null:string0===string00&&string1===
string10?interpolate0:(string10=string1,interpolate0=interpolate2(string00=string0,value1)))}}function attrFunctionNS2(fullname,interpolate2,value3){
var string00,string10,interpolate0;return function(){var string0,value1=value3(this),string1;return value1==null?void this.
removeAttributeNS(fullname.space,fullname.local):(string0=this.getAttributeNS(fullname.space,fullname.local),string1=value1+
"",string0===string1?null:string0===string00&&string1===string10?interpolate0:(string10=string1,interpolate0=interpolate2(
string00=string0,value1)))}}function transition_attr(name,value3){var fullname=namespace(name),i=fullname==="transform"?
interpolateTransformSvg:interpolate;return this.attrTween(name,typeof value3=="function"?(fullname.local?attrFunctionNS2:
attrFunction2)(fullname,i,tweenValue(this,"attr."+name,value3)):value3==null?(fullname.local?attrRemoveNS2:attrRemove2)(
fullname):(fullname.local?attrConstantNS2:attrConstant2)(fullname,i,value3))}function attrInterpolate(name,i){return function(t){
this.setAttribute(name,i.call(this,t))}}function attrInterpolateNS(fullname,i){return function(t){this.setAttributeNS(fullname.
space,fullname.local,i.call(this,t))}}function attrTweenNS(fullname,value3){var t03,i0;function tween(){var i=value3.apply(
this,arguments);return i!==i0&&(t03=(i0=i)&&attrInterpolateNS(fullname,i)),t03}return tween._value=value3,tween}function attrTween(name,value3){
var t03,i0;function tween(){var i=value3.apply(this,arguments);return i!==i0&&(t03=(i0=i)&&attrInterpolate(name,i)),t03}
return tween._value=value3,tween}function transition_attrTween(name,value3){var key="attr."+name;if(arguments.length<2)return(key=
this.tween(key))&&key._value;if(value3==null)return this.tween(key,null);if(typeof value3!="function")throw new Error;var fullname=namespace(
name);return this.tween(key,(fullname.local?attrTweenNS:attrTween)(fullname,value3))}function delayFunction(id2,value3){
return function(){init(this,id2).delay=+value3.apply(this,arguments)}}function delayConstant(id2,value3){return value3=+value3,
function(){init(this,id2).delay=value3}}function transition_delay(value3){var id2=this._id;return arguments.length?this.
each((typeof value3=="function"?delayFunction:delayConstant)(id2,value3)):get3(this.node(),id2).delay}function durationFunction(id2,value3){
return function(){set2(this,id2).duration=+value3.apply(this,arguments)}}function durationConstant(id2,value3){return value3=
+value3,function(){set2(this,id2).duration=value3}}function transition_duration(value3){var id2=this._id;return arguments.
length?this.each((typeof value3=="function"?durationFunction:durationConstant)(id2,value3)):get3(this.node(),id2).duration}
function easeConstant(id2,value3){if(typeof value3!="function")throw new Error;return function(){set2(this,id2).ease=value3}}
function transition_ease(value3){var id2=this._id;return arguments.length?this.each(easeConstant(id2,value3)):get3(this.
node(),id2).ease}function easeVarying(id2,value3){return function(){var v=value3.apply(this,arguments);if(typeof v!="fun\
ction")throw new Error;set2(this,id2).ease=v}}function transition_easeVarying(value3){if(typeof value3!="function")throw new Error;
return this.each(easeVarying(this._id,value3))}function transition_filter(match){typeof match!="function"&&(match=matcher(
match));for(var groups=this._groups,m=groups.length,subgroups=new Array(m),j=0;j<m;++j)for(var group=groups[j],n=group.length,
subgroup=subgroups[j]=[],node,i=0;i<n;++i)(node=group[i])&&match.call(node,node.__data__,i,group)&&subgroup.push(node);return new Transition(
subgroups,this._parents,this._name,this._id)}function transition_merge(transition2){if(transition2._id!==this._id)throw new Error;
for(var groups0=this._groups,groups1=transition2._groups,m0=groups0.length,m1=groups1.length,m=Math.min(m0,m1),merges=new Array(
m0),j=0;j<m;++j)for(var group0=groups0[j],group1=groups1[j],n=group0.length,merge=merges[j]=new Array(n),node,i=0;i<n;++i)
(node=group0[i]||group1[i])&&(merge[i]=node);for(;j<m0;++j)merges[j]=groups0[j];return new Transition(merges,this._parents,
this._name,this._id)}function start(name){return(name+"").trim().split(/^|\s+/).every(function(t){var i=t.indexOf(".");return i>=
0&&(t=t.slice(0,i)),!t||t==="start"})}function onFunction(id2,name,listener){var on0,on1,sit=start(name)?init:set2;return function(){
var schedule2=sit(this,id2),on=schedule2.on;on!==on0&&(on1=(on0=on).copy()).on(name,listener),schedule2.on=on1}}function transition_on(name,listener){
var id2=this._id;return arguments.length<2?get3(this.node(),id2).on.on(name):this.each(onFunction(id2,name,listener))}function removeFunction(id2){
return function(){var parent=this.parentNode;for(var i in this.__transition)if(+i!==id2)return;parent&&parent.removeChild(
this)}}function transition_remove(){return this.on("end.remove",removeFunction(this._id))}function transition_select(select3){
var name=this._name,id2=this._id;typeof select3!="function"&&(select3=selector(select3));for(var groups=this._groups,m=groups.
length,subgroups=new Array(m),j=0;j<m;++j)for(var group=groups[j],n=group.length,subgroup=subgroups[j]=new Array(n),node,
subnode,i=0;i<n;++i)(node=group[i])&&(subnode=select3.call(node,node.__data__,i,group))&&("__data__"in node&&(subnode.__data__=
node.__data__),subgroup[i]=subnode,schedule(subgroup[i],name,id2,i,subgroup,get3(node,id2)));return new Transition(subgroups,
this._parents,name,id2)}function transition_selectAll(select3){var name=this._name,id2=this._id;typeof select3!="functio\
n"&&(select3=selectorAll(select3));for(var groups=this._groups,m=groups.length,subgroups=[],parents=[],j=0;j<m;++j)for(var group=groups[j],
n=group.length,node,i=0;i<n;++i)if(node=group[i]){for(var children2=select3.call(node,node.__data__,i,group),child,inherit2=get3(
node,id2),k=0,l=children2.length;k<l;++k)(child=children2[k])&&schedule(child,name,id2,k,children2,inherit2);subgroups.push(
children2),parents.push(node)}return new Transition(subgroups,parents,name,id2)}var Selection2=selection.prototype.constructor;
function transition_selection(){return new Selection2(this._groups,this._parents)}function styleNull(name,interpolate2){
var string00,string10,interpolate0;return function(){var string0=styleValue(this,name),string1=(this.style.removeProperty(
name),styleValue(this,name));return string0===string1?null:string0===string00&&string1===string10?interpolate0:interpolate0=
interpolate2(string00=string0,string10=string1)}}function styleRemove2(name){return function(){this.style.removeProperty(
name)}}function styleConstant2(name,interpolate2,value1){var string00,string1=value1+"",interpolate0;return function(){var string0=styleValue(
this,name);return string0===string1?null:string0===string00?interpolate0:interpolate0=interpolate2(string00=string0,value1)}}
function styleFunction2(name,interpolate2,value3){var string00,string10,interpolate0;return function(){var string0=styleValue(
this,name),value1=value3(this),string1=value1+"";return value1==null&&(string1=value1=(this.style.removeProperty(name),styleValue(
this,name))),string0===string1?null:string0===string00&&string1===string10?interpolate0:(string10=string1,interpolate0=interpolate2(
string00=string0,value1))}}function styleMaybeRemove(id2,name){var on0,on1,listener0,key="style."+name,event="end."+key,
remove2;return function(){var schedule2=set2(this,id2),on=schedule2.on,listener=schedule2.value[key]==null?remove2||(remove2=
styleRemove2(name)):void 0;(on!==on0||listener0!==listener)&&(on1=(on0=on).copy()).on(event,listener0=listener),schedule2.
on=on1}}function transition_style(name,value3,priority){var i=(name+="")=="transform"?interpolateTransformCss:interpolate;
return value3==null?this.styleTween(name,styleNull(name,i)).on("end.style."+name,styleRemove2(name)):typeof value3=="fun\
ction"?this.styleTween(name,styleFunction2(name,i,tweenValue(this,"style."+name,value3))).each(styleMaybeRemove(this._id,
name)):this.styleTween(name,styleConstant2(name,i,value3),priority).on("end.style."+name,null)}function styleInterpolate(name,i,priority){
return function(t){this.style.setProperty(name,i.call(this,t),priority)}}function styleTween(name,value3,priority){var t,
i0;function tween(){var i=value3.apply(this,arguments);return i!==i0&&(t=(i0=i)&&styleInterpolate(name,i,priority)),t}return tween.
_value=value3,tween}function transition_styleTween(name,value3,priority){var key="style."+(name+="");if(arguments.length<
2)return(key=this.tween(key))&&key._value;if(value3==null)return this.tween(key,null);if(typeof value3!="function")throw new Error;
return this.tween(key,styleTween(name,value3,priority??""))}function textConstant2(value3){return function(){this.textContent=
value3}}function textFunction2(value3){return function(){var value1=value3(this);this.textContent=value1??""}}function transition_text(value3){
return this.tween("text",typeof value3=="function"?textFunction2(tweenValue(this,"text",value3)):textConstant2(value3==null?
"":value3+""))}function textInterpolate(i){return function(t){this.textContent=i.call(this,t)}}function textTween(value3){
var t03,i0;function tween(){var i=value3.apply(this,arguments);return i!==i0&&(t03=(i0=i)&&textInterpolate(i)),t03}return tween.
_value=value3,tween}function transition_textTween(value3){var key="text";if(arguments.length<1)return(key=this.tween(key))&&
key._value;if(value3==null)return this.tween(key,null);if(typeof value3!="function")throw new Error;return this.tween(key,
textTween(value3))}function transition_transition(){for(var name=this._name,id0=this._id,id1=newId(),groups=this._groups,
m=groups.length,j=0;j<m;++j)for(var group=groups[j],n=group.length,node,i=0;i<n;++i)if(node=group[i]){var inherit2=get3(
node,id0);schedule(node,name,id1,i,group,{time:inherit2.time+inherit2.delay+inherit2.duration,delay:0,duration:inherit2.
duration,ease:inherit2.ease})}return new Transition(groups,this._parents,name,id1)}function transition_end(){var on0,on1,
that=this,id2=that._id,size=that.size();return new Promise(function(resolve,reject){var cancel={value:reject},end={value:function(){
--size===0&&resolve()}};that.each(function(){var schedule2=set2(this,id2),on=schedule2.on;on!==on0&&(on1=(on0=on).copy(),
on1._.cancel.push(cancel),on1._.interrupt.push(cancel),on1._.end.push(end)),schedule2.on=on1}),size===0&&resolve()})}var id=0;
function Transition(groups,parents,name,id2){this._groups=groups,this._parents=parents,this._name=name,this._id=id2}function transition(name){
return selection().transition(name)}function newId(){return++id}var selection_prototype=selection.prototype;Transition.prototype=
transition.prototype={constructor:Transition,select:transition_select,selectAll:transition_selectAll,selectChild:selection_prototype.
selectChild,selectChildren:selection_prototype.selectChildren,filter:transition_filter,merge:transition_merge,selection:transition_selection,
transition:transition_transition,call:selection_prototype.call,nodes:selection_prototype.nodes,node:selection_prototype.
node,size:selection_prototype.size,empty:selection_prototype.empty,each:selection_prototype.each,on:transition_on,attr:transition_attr,
attrTween:transition_attrTween,style:transition_style,styleTween:transition_styleTween,text:transition_text,textTween:transition_textTween,
remove:transition_remove,tween:transition_tween,delay:transition_delay,duration:transition_duration,ease:transition_ease,
easeVarying:transition_easeVarying,end:transition_end,[Symbol.iterator]:selection_prototype[Symbol.iterator]};var defaultTiming={
time:null,delay:0,duration:250,ease:cubicInOut};function inherit(node,id2){for(var timing;!(timing=node.__transition)||!(timing=
timing[id2]);)if(!(node=node.parentNode))throw new Error(`transition ${id2} not found`);return timing}function selection_transition(name){
var id2,timing;name instanceof Transition?(id2=name._id,name=name._name):(id2=newId(),(timing=defaultTiming).time=now(),
name=name==null?null:name+"");for(var groups=this._groups,m=groups.length,j=0;j<m;++j)for(var group=groups[j],n=group.length,
node,i=0;i<n;++i)(node=group[i])&&schedule(node,name,id2,i,group,timing||inherit(node,id2));return new Transition(groups,
this._parents,name,id2)}selection.prototype.interrupt=selection_interrupt;selection.prototype.transition=selection_transition;var constant3=x=>()=>x;function ZoomEvent(type,{sourceEvent:sourceEvent2,target:target2,transform:transform2,dispatch:dispatch2}){
Object.defineProperties(this,{type:{value:type,enumerable:!0,configurable:!0},sourceEvent:{value:sourceEvent2,enumerable:!0,
configurable:!0},target:{value:target2,enumerable:!0,configurable:!0},transform:{value:transform2,enumerable:!0,configurable:!0},
_:{value:dispatch2}})}function Transform(k,x,y){this.k=k,this.x=x,this.y=y}Transform.prototype={constructor:Transform,scale:function(k){
return k===1?this:new Transform(this.k*k,this.x,this.y)},translate:function(x,y){return x===0&y===0?this:new Transform(this.
k,this.x+this.k*x,this.y+this.k*y)},apply:function(point2){return[point2[0]*this.k+this.x,point2[1]*this.k+this.y]},applyX:function(x){
return x*this.k+this.x},applyY:function(y){return y*this.k+this.y},invert:function(location2){return[(location2[0]-this.
x)/this.k,(location2[1]-this.y)/this.k]},invertX:function(x){return(x-this.x)/this.k},invertY:function(y){return(y-this.
y)/this.k},rescaleX:function(x){return x.copy().domain(x.range().map(this.invertX,this).map(x.invert,x))},rescaleY:function(y){
return y.copy().domain(y.range().map(this.invertY,this).map(y.invert,y))},toString:function(){return"translate("+this.x+
","+this.y+") scale("+this.k+")"}};var identity2=new Transform(1,0,0);transform.prototype=Transform.prototype;function transform(node){
for(;!node.__zoom;)if(!(node=node.parentNode))return identity2;return node.__zoom}function nopropagation(event){event.stopImmediatePropagation()}
function noevent2(event){event.preventDefault(),event.stopImmediatePropagation()}function defaultFilter(event){return(!event.
ctrlKey||event.type==="wheel")&&!event.button}function defaultExtent(){var e=this;return e instanceof SVGElement?(e=e.ownerSVGElement||
e,e.hasAttribute("viewBox")?(e=e.viewBox.baseVal,[[e.x,e.y],[e.x+e.width,e.y+e.height]]):[[0,0],[e.width.baseVal.value,e.
height.baseVal.value]]):[[0,0],[e.clientWidth,e.clientHeight]]}function defaultTransform(){return this.__zoom||identity2}
function defaultWheelDelta(event){return-event.deltaY*(event.deltaMode===1?.05:event.deltaMode?1:.002)*(event.ctrlKey?10:
1)}function defaultTouchable(){return navigator.maxTouchPoints||"ontouchstart"in this}function defaultConstrain(transform2,extent,translateExtent){
var dx0=transform2.invertX(extent[0][0])-translateExtent[0][0],dx1=transform2.invertX(extent[1][0])-translateExtent[1][0],
dy0=transform2.invertY(extent[0][1])-translateExtent[0][1],dy1=transform2.invertY(extent[1][1])-translateExtent[1][1];return transform2.
translate(dx1>dx0?(dx0+dx1)/2:Math.min(0,dx0)||Math.max(0,dx1),dy1>dy0?(dy0+dy1)/2:Math.min(0,dy0)||Math.max(0,dy1))}function zoom2(){
var filter2=defaultFilter,extent=defaultExtent,constrain=defaultConstrain,wheelDelta=defaultWheelDelta,touchable=defaultTouchable,
scaleExtent=[0,1/0],translateExtent=[[-1/0,-1/0],[1/0,1/0]],duration=250,interpolate2=zoom,listeners=dispatch("start","z\
oom","end"),touchstarting,touchfirst,touchending,touchDelay=500,wheelDelay=150,clickDistance2=0,tapDistance=10;function zoom3(selection2){
selection2.property("__zoom",defaultTransform).on("wheel.zoom",wheeled,{passive:!1}).on("mousedown.zoom",mousedowned).on(
"dblclick.zoom",dblclicked).filter(touchable).on("touchstart.zoom",touchstarted).on("touchmove.zoom",touchmoved).on("tou\
chend.zoom touchcancel.zoom",touchended).style("-webkit-tap-highlight-color","rgba(0,0,0,0)")}zoom3.transform=function(collection,transform2,point2,event){
var selection2=collection.selection?collection.selection():collection;selection2.property("__zoom",defaultTransform),collection!==
selection2?schedule2(collection,transform2,point2,event):selection2.interrupt().each(function(){gesture(this,arguments).
event(event).start().zoom(null,typeof transform2=="function"?transform2.apply(this,arguments):transform2).end()})},zoom3.
scaleBy=function(selection2,k,p,event){zoom3.scaleTo(selection2,function(){var k0=this.__zoom.k,k1=typeof k=="function"?
k.apply(this,arguments):k;return k0*k1},p,event)},zoom3.scaleTo=function(selection2,k,p,event){zoom3.transform(selection2,
function(){var e=extent.apply(this,arguments),t03=this.__zoom,p0=p==null?centroid(e):typeof p=="function"?p.apply(this,arguments):
p,p1=t03.invert(p0),k1=typeof k=="function"?k.apply(this,arguments):k;return constrain(translate(scale(t03,k1),p0,p1),e,
translateExtent)},p,event)},zoom3.translateBy=function(selection2,x,y,event){zoom3.transform(selection2,function(){return constrain(
this.__zoom.translate(typeof x=="function"?x.apply(this,arguments):x,typeof y=="function"?y.apply(this,arguments):y),extent.
apply(this,arguments),translateExtent)},null,event)},zoom3.translateTo=function(selection2,x,y,p,event){zoom3.transform(
selection2,function(){var e=extent.apply(this,arguments),t=this.__zoom,p0=p==null?centroid(e):typeof p=="function"?p.apply(
this,arguments):p;return constrain(identity2.translate(p0[0],p0[1]).scale(t.k).translate(typeof x=="function"?-x.apply(this,
arguments):-x,typeof y=="function"?-y.apply(this,arguments):-y),e,translateExtent)},p,event)};function scale(transform2,k){
return k=Math.max(scaleExtent[0],Math.min(scaleExtent[1],k)),k===transform2.k?transform2:new Transform(k,transform2.x,transform2.
y)}function translate(transform2,p0,p1){var x=p0[0]-p1[0]*transform2.k,y=p0[1]-p1[1]*transform2.k;return x===transform2.
x&&y===transform2.y?transform2:new Transform(transform2.k,x,y)}function centroid(extent2){return[(+extent2[0][0]+ +extent2[1][0])/
2,(+extent2[0][1]+ +extent2[1][1])/2]}function schedule2(transition2,transform2,point2,event){transition2.on("start.zoom",
function(){gesture(this,arguments).event(event).start()}).on("interrupt.zoom end.zoom",function(){gesture(this,arguments).
event(event).end()}).tween("zoom",function(){var that=this,args=arguments,g=gesture(that,args).event(event),e=extent.apply(
that,args),p=point2==null?centroid(e):typeof point2=="function"?point2.apply(that,args):point2,w=Math.max(e[1][0]-e[0][0],
e[1][1]-e[0][1]),a=that.__zoom,b=typeof transform2=="function"?transform2.apply(that,args):transform2,i=interpolate2(a.invert(
p).concat(w/a.k),b.invert(p).concat(w/b.k));return function(t){if(t===1)t=b;else{var l=i(t),k=w/l[2];t=new Transform(k,p[0]-
l[0]*k,p[1]-l[1]*k)}g.zoom(null,t)}})}function gesture(that,args,clean){return!clean&&that.__zooming||new Gesture(that,args)}
function Gesture(that,args){this.that=that,this.args=args,this.active=0,this.sourceEvent=null,this.extent=extent.apply(that,
args),this.taps=0}Gesture.prototype={event:function(event){return event&&(this.sourceEvent=event),this},start:function(){
return++this.active===1&&(this.that.__zooming=this,this.emit("start")),this},zoom:function(key,transform2){return this.mouse&&
key!=="mouse"&&(this.mouse[1]=transform2.invert(this.mouse[0])),this.touch0&&key!=="touch"&&(this.touch0[1]=transform2.invert(
this.touch0[0])),this.touch1&&key!=="touch"&&(this.touch1[1]=transform2.invert(this.touch1[0])),this.that.__zoom=transform2,
this.emit("zoom"),this},end:function(){return--this.active===0&&(delete this.that.__zooming,this.emit("end")),this},emit:function(type){
var d=select(this.that).datum();listeners.call(type,this.that,new ZoomEvent(type,{sourceEvent:this.sourceEvent,target:zoom3,
transform:this.that.__zoom,dispatch:listeners}),d)}};function wheeled(event,...args){if(!filter2.apply(this,arguments))return;
var g=gesture(this,args).event(event),t=this.__zoom,k=Math.max(scaleExtent[0],Math.min(scaleExtent[1],t.k*Math.pow(2,wheelDelta.
apply(this,arguments)))),p=pointer(event);if(g.wheel)(g.mouse[0][0]!==p[0]||g.mouse[0][1]!==p[1])&&(g.mouse[1]=t.invert(
g.mouse[0]=p)),clearTimeout(g.wheel);else{if(t.k===k)return;g.mouse=[p,t.invert(p)],interrupt(this),g.start()}noevent2(event),
g.wheel=setTimeout(wheelidled,wheelDelay),g.zoom("mouse",constrain(translate(scale(t,k),g.mouse[0],g.mouse[1]),g.extent,
translateExtent));function wheelidled(){g.wheel=null,g.end()}}function mousedowned(event,...args){if(touchending||!filter2.
apply(this,arguments))return;var currentTarget=event.currentTarget,g=gesture(this,args,!0).event(event),v=select(event.view).
on("mousemove.zoom",mousemoved,!0).on("mouseup.zoom",mouseupped,!0),p=pointer(event,currentTarget),x0=event.clientX,y0=event.
clientY;nodrag(event.view),nopropagation(event),g.mouse=[p,this.__zoom.invert(p)],interrupt(this),g.start();function mousemoved(event2){
if(noevent2(event2),!g.moved){var dx=event2.clientX-x0,dy=event2.clientY-y0;g.moved=dx*dx+dy*dy>clickDistance2}g.event(event2).
zoom("mouse",constrain(translate(g.that.__zoom,g.mouse[0]=pointer(event2,currentTarget),g.mouse[1]),g.extent,translateExtent))}
function mouseupped(event2){v.on("mousemove.zoom mouseup.zoom",null),yesdrag(event2.view,g.moved),noevent2(event2),g.event(
event2).end()}}function dblclicked(event,...args){if(filter2.apply(this,arguments)){var t03=this.__zoom,p0=pointer(event.
changedTouches?event.changedTouches[0]:event,this),p1=t03.invert(p0),k1=t03.k*(event.shiftKey?.5:2),t13=constrain(translate(
scale(t03,k1),p0,p1),extent.apply(this,args),translateExtent);noevent2(event),duration>0?select(this).transition().duration(
duration).call(schedule2,t13,p0,event):select(this).call(zoom3.transform,t13,p0,event)}}function touchstarted(event,...args){
if(filter2.apply(this,arguments)){var touches=event.touches,n=touches.length,g=gesture(this,args,event.changedTouches.length===
n).event(event),started,i,t,p;for(nopropagation(event),i=0;i<n;++i)t=touches[i],p=pointer(t,this),p=[p,this.__zoom.invert(
p),t.identifier],g.touch0?!g.touch1&&g.touch0[2]!==p[2]&&(g.touch1=p,g.taps=0):(g.touch0=p,started=!0,g.taps=1+!!touchstarting);
touchstarting&&(touchstarting=clearTimeout(touchstarting)),started&&(g.taps<2&&(touchfirst=p[0],touchstarting=setTimeout(
function(){touchstarting=null},touchDelay)),interrupt(this),g.start())}}function touchmoved(event,...args){if(this.__zooming){
var g=gesture(this,args).event(event),touches=event.changedTouches,n=touches.length,i,t,p,l;for(noevent2(event),i=0;i<n;++i)
t=touches[i],p=pointer(t,this),g.touch0&&g.touch0[2]===t.identifier?g.touch0[0]=p:g.touch1&&g.touch1[2]===t.identifier&&
(g.touch1[0]=p);if(t=g.that.__zoom,g.touch1){var p0=g.touch0[0],l0=g.touch0[1],p1=g.touch1[0],l1=g.touch1[1],dp=(dp=p1[0]-
p0[0])*dp+(dp=p1[1]-p0[1])*dp,dl=(dl=l1[0]-l0[0])*dl+(dl=l1[1]-l0[1])*dl;t=scale(t,Math.sqrt(dp/dl)),p=[(p0[0]+p1[0])/2,
(p0[1]+p1[1])/2],l=[(l0[0]+l1[0])/2,(l0[1]+l1[1])/2]}else if(g.touch0)p=g.touch0[0],l=g.touch0[1];else return;g.zoom("to\
uch",constrain(translate(t,p,l),g.extent,translateExtent))}}function touchended(event,...args){if(this.__zooming){var g=gesture(
this,args).event(event),touches=event.changedTouches,n=touches.length,i,t;for(nopropagation(event),touchending&&clearTimeout(
touchending),touchending=setTimeout(function(){touchending=null},touchDelay),i=0;i<n;++i)t=touches[i],g.touch0&&g.touch0[2]===
t.identifier?delete g.touch0:g.touch1&&g.touch1[2]===t.identifier&&delete g.touch1;if(g.touch1&&!g.touch0&&(g.touch0=g.touch1,
delete g.touch1),g.touch0)g.touch0[1]=this.__zoom.invert(g.touch0[0]);else if(g.end(),g.taps===2&&(t=pointer(t,this),Math.
hypot(touchfirst[0]-t[0],touchfirst[1]-t[1])<tapDistance)){var p=select(this).on("dblclick.zoom");p&&p.apply(this,arguments)}}}
return zoom3.wheelDelta=function(_){return arguments.length?(wheelDelta=typeof _=="function"?_:constant3(+_),zoom3):wheelDelta},
zoom3.filter=function(_){return arguments.length?(filter2=typeof _=="function"?_:constant3(!!_),zoom3):filter2},zoom3.touchable=
function(_){return arguments.length?(touchable=typeof _=="function"?_:constant3(!!_),zoom3):touchable},zoom3.extent=function(_){
return arguments.length?(extent=typeof _=="function"?_:constant3([[+_[0][0],+_[0][1]],[+_[1][0],+_[1][1]]]),zoom3):extent},
zoom3.scaleExtent=function(_){return arguments.length?(scaleExtent[0]=+_[0],scaleExtent[1]=+_[1],zoom3):[scaleExtent[0],
scaleExtent[1]]},zoom3.translateExtent=function(_){return arguments.length?(translateExtent[0][0]=+_[0][0],translateExtent[1][0]=
+_[1][0],translateExtent[0][1]=+_[0][1],translateExtent[1][1]=+_[1][1],zoom3):[[translateExtent[0][0],translateExtent[0][1]],
[translateExtent[1][0],translateExtent[1][1]]]},zoom3.constrain=function(_){return arguments.length?(constrain=_,zoom3):
constrain},zoom3.duration=function(_){return arguments.length?(duration=+_,zoom3):duration},zoom3.interpolate=function(_){
return arguments.length?(interpolate2=_,zoom3):interpolate2},zoom3.on=function(){var value3=listeners.on.apply(listeners,
arguments);return value3===listeners?zoom3:value3},zoom3.clickDistance=function(_){return arguments.length?(clickDistance2=
(_=+_)*_,zoom3):Math.sqrt(clickDistance2)},zoom3.tapDistance=function(_){return arguments.length?(tapDistance=+_,zoom3):
tapDistance},zoom3}var SILENT="silent",FILTERS=[coded("sector","Branch","class",row=>row.sector,"no branch"),coded("action","Action","actio\
n",row=>row.action),{key:"outcome",title:"Outcome",value:row=>row.accounts==="0"?SILENT:row.outcome_status||"untold",choices:found2=>[
SILENT,...codes("status"),"untold"].filter(each=>found2.has(each)),words:value3=>({[SILENT]:"Silence: no account",untold:"\
Accounts without a state"})[value3]??label("status",value3)},{key:"year",title:"Year of the report",value:row=>published(
row.article_id)||"open",choices:found2=>[...found2].sort(),words:value3=>value3==="open"?"Year not known":value3},coded(
"outlet","Outlet kind","outlet_kind",row=>row.outlet_kind)];function coded(key,title,list2,column,none2="none"){return{key,
title,list:list2,value:row=>column(row)||"none",choices:found2=>[...codes(list2),"none"].filter(each=>found2.has(each)),
words:value3=>value3==="none"?none2:label(list2,value3)}}var published=id2=>year(get("articles",id2)??{published_min:"",
published_max:"?"},"published"),valued=once(()=>rows("order_outcomes").map(row=>({row,values:FILTERS.map(filter2=>filter2.
value(row))}))),choices=once(()=>FILTERS.map((filter2,at)=>{let found2=new Set(valued().map(each=>each.values[at]));return filter2.
choices(found2).map(value3=>[value3,filter2.words(value3)])})),kept={};function remember(parameters){kept=given(parameters)}
var remembered=()=>kept,given=parameters=>Object.fromEntries(FILTERS.map(({key})=>[key,parameters.get(key)]).filter(([,value3])=>value3));
function select2(parameters){let asked=given(parameters),wanted=FILTERS.map(({key})=>asked[key]),found2=valued().filter(
each=>wanted.every((value3,at)=>!value3||each.values[at]===value3)).map(each=>each.row),ids=column=>new Set(found2.map(row=>row[column]));
return{asked,rows:found2,orders:ids("order_id"),cases:ids("case_id"),articles:ids("article_id"),facilities:ids("facility\
_id")}}function filterbar(){let selects=FILTERS.map((filter2,at)=>h("select",{id:`filter-${filter2.key}`,on:{change:event=>change(
{[filter2.key]:event.target.value,page:""})}},h("option",{value:""},"all"),choices()[at].map(([value3,words])=>h("option",
{value:value3},words)))),clear=h("button",{type:"button",on:{click:()=>change(Object.fromEntries([...FILTERS.map(({key})=>[
key,""]),["page",""]]))}},"Clear"),status=h("p",{class:"status",role:"status"});return{element:h("section",{class:"filte\
rs","aria-label":"Filters"},FILTERS.map((filter2,at)=>h("label",{},h("span",{},filter2.title),selects[at])),clear,status),
show:(selection2,...words)=>{FILTERS.forEach(({key},at)=>selects[at].value=selection2.asked[key]??""),clear.disabled=!Object.
keys(selection2.asked).length,put(status,...words)}}}function pager(page,pages,label2){let turn=(to2,words)=>h("button",
{type:"button",disabled:to2<1||to2>pages,on:{click:()=>change({page:to2>1?String(to2):""})}},words);return pages>1?h("na\
v",{class:"pager","aria-label":label2},turn(page-1,"Back"),h("span",{},`page ${page} of ${pages}`),turn(page+1,"On")):null}
var paged=(parameters,pages)=>Math.min(Math.max(1,Number.parseInt(parameters.get("page")??"1",10)||1),Math.max(1,pages));var NEAREST=24,STEP=1.7,NAMED=3,SHRINKING=.85,FINE=.9,APART=9,TURN=2.4;function map(){let bar=filterbar(),plants=fanned(
rows("facilities").filter(point)).map(plant),areas=provinces().map(area),moved=s("g",{},areas.map(each=>each.element),s(
"g",{class:"plants"},plants.map(each=>each.element)),areas.map(each=>each.text)),svg=s("svg",{viewBox:`0 0 ${WIDTH} ${HEIGHT}`,
class:"country",role:"group","aria-label":"Map of the plants; the lists beside it hold the same"},moved),zooming=movable(
svg,moved,plants),side=h("div",{class:"side"});return{title:"Map",element:h("div",{class:"wide"},h("h1",{tabindex:"-1"},
"Map"),h("p",{class:"hint"},"Orders by the plant and the province to which they are addressed. Orders to the whole count\
ry or to a body without a place have no point here."),bar.element,h("div",{class:"mapped"},h("figure",{class:"map"},zooming.
buttons,svg,legend()),side)),update:({parameters})=>{let selection2=select2(parameters),byPlant=grouped(selection2.rows,
row=>row.facility_id);plants.forEach(each=>each.show(cases(byPlant.get(each.id)??[]))),areas.forEach(each=>each.show(selection2)),
bar.show(selection2,`${selection2.cases.size} orders selected; ${off(selection2)} of them without a place on the map.`),
put(side,...lists(selection2,byPlant,plants))}}}var cases=held=>new Set(held.map(row=>row.case_id)).size;function off(selection2){
let placed=new Set(selection2.rows.filter(row=>row.province).map(row=>row.case_id));return selection2.cases.size-placed.
size}function fanned(held){let first=[...held].sort((one2,other)=>ordersAt().has(other.facility_id)-ordersAt().has(one2.
facility_id)),together=grouped(first,row=>`${row.lat} ${row.lon}`),aside=at=>[Math.cos(at*TURN),Math.sin(at*TURN)].map(each=>`${(each*
APART*Math.sqrt(at)).toFixed(1)}px`);return[...together.values()].flatMap(rows2=>rows2.map((row,at)=>({row,aside:aside(at)})))}
var busiest=plants=>plants.reduce((one2,other)=>other.orders>(one2?.orders??0)?other:one2,null);function plant({row,aside}){
let[x,y]=project(point(row)),name=s("text",{x:9,y:4},row.name),title=s("title",{},row.name),drawn=s("g",{class:"mark",style:{
transform:`translate(${aside})`}},mark(row.geo),name),element=s("a",{class:"plant",href:address("facility",row.facility_id),
tabindex:"-1"},title,s("circle",{r:1.8,class:"speck"}),drawn),scale=k=>element.setAttribute("transform",`translate(${x.toFixed(
2)},${y.toFixed(2)}) scale(${1/k})`);scale(1);let held={id:row.facility_id,at:[x,y],orders:0,element,scale};return held.
show=orders2=>{held.orders=orders2,element.classList.toggle("chosen",orders2>0),title.textContent=`${[row.name,hangul(row.
facility_id)[0]].filter(Boolean).join(" ")}; orders: ${orders2}; the mark stands for ${PRECISION[row.geo]??"the place"}`,
orders2&&element.parentNode?.append(element)},held}var inProvince=(asked,name)=>address("tables","order_outcomes",{...asked,
"is.province":name}),within=({places:places2})=>places2.map(id2=>get("places",id2)).filter(place3=>place3?.level==="prov\
ince").map(place3=>place3.name),shared=()=>provinces().map(each=>[each.name,within(each).filter(name=>name!==each.name)]).
filter(([,others])=>others.length).map(([name,others])=>`${others.join(", ")}: drawn with ${name}.`).join(" ");function area(each){
let{name,path,middle}=each,names3=within(each),shape=s("path",{d:path,class:"province"},s("title",{},name)),element=s("a",
{tabindex:"-1"},shape),number4=s("tspan",{class:"number"}),text=s("text",{class:"label",x:middle[0].toFixed(1),y:middle[1].
toFixed(1)},name," ",number4);return{element,text,show:({asked,rows:held})=>{element.setAttribute("href",inProvince(asked,
names3[0]??name));let orders2=cases(held.filter(row=>names3.includes(row.province)));number4.textContent=orders2||"",shape.
setAttribute("data-depth",orders2?Math.min(4,1+Math.floor(Math.log2(orders2)/1.5)):0)}}}function movable(svg,moved,plants){
let[scale,unit2]=[1,1],draw=()=>{plants.forEach(each=>each.scale(scale**SHRINKING/unit2)),svg.style.setProperty("--k",scale/
unit2)},behaviour=zoom2().scaleExtent([1,NEAREST]).translateExtent([[0,0],[WIDTH,HEIGHT]]).filter(event=>event.type==="w\
heel"?event.ctrlKey||event.metaKey:!event.button&&(scale>1||event.type!=="touchstart"||event.touches.length>1)).on("zoom",
({transform:transform2})=>{scale=transform2.k,moved.setAttribute("transform",transform2),moved.classList.toggle("near",scale>=
NAMED),svg.classList.toggle("moved",scale>1),draw()});select(svg).call(behaviour),new ResizeObserver(()=>{unit2=Math.max(
1,WIDTH/(svg.clientWidth||WIDTH)*FINE),draw()}).observe(svg);let button=(words,sign,work)=>h("button",{type:"button","ar\
ia-label":words,title:words,on:{click:work}},sign);return{buttons:h("div",{class:"zoom"},button("Nearer","+",()=>{let target2=scale>
1?null:busiest(plants);behaviour.scaleBy(select(svg),STEP),target2&&behaviour.translateTo(select(svg),...target2.at)}),button(
"Farther","−",()=>behaviour.scaleBy(select(svg),1/STEP)),button("Whole country","⤢",()=>behaviour.transform(select(svg),
identity2)))}}function legend(){let item=geo=>h("li",{},s("svg",{viewBox:"-14 -14 28 28",class:"plant chosen","aria-hidd\
en":"true"},mark(geo)),`the point is ${PRECISION[geo]}`);return h("figcaption",{},h("ul",{class:"legend"},Object.keys(PRECISION).
map(item),h("li",{},s("svg",{viewBox:"-14 -14 28 28",class:"plant","aria-hidden":"true"},s("circle",{r:1.8,class:"speck"})),
"no selected order"),h("li",{},"Plants with one point in common stand around it.")))}function lists(selection2,byPlant,plants){
let drawn=new Map(plants.map(each=>[each.id,each.element])),counted=[...byPlant].filter(([id2])=>id2).map(([id2,held])=>[
id2,held[0].facility_name,cases(held)]),light=(id2,on)=>drawn.get(id2)?.classList.toggle("lit",on),item=([id2,name,orders2])=>h(
"li",{on:{pointerenter:()=>light(id2,!0),pointerleave:()=>light(id2,!1),focusin:()=>light(id2,!0),focusout:()=>light(id2,
!1)}},link(address("facility",id2),name),hangul(id2)[0]&&[" ",h("span",{lang:"ko"},hangul(id2)[0])],h("span",{class:"cou\
nt"},orders2),drawn.has(id2)?null:h("span",{class:"hint"}," no point known")),places2=[...grouped(selection2.rows,row=>row.
province)].filter(([name])=>name).map(([name,held])=>[name,cases(held)]),descending2=(one2,other)=>other.at(-1)-one2.at(
-1)||(one2.at(-2)<other.at(-2)?-1:1),place3=([name,orders2])=>h("li",{},link(inProvince(selection2.asked,name),name),h("\
span",{class:"count"},orders2));return[h("section",{},h("h2",{},"By province"),h("ol",{class:"counts",id:"by-province"},
places2.sort(descending2).map(place3))),h("section",{},h("h2",{},"By plant"),h("ol",{class:"counts",id:"by-plant"},counted.
sort(descending2).map(item))),h("p",{class:"hint"},`Outlines: ${shapes().source}; licence: ${shapes().licence}. ${shared()}`)]}function columns({id:id2,caption,series,across,value:value3}){let most=Math.max(1,...series.flatMap(([key])=>across.map(
([each])=>value3(key,each)))),cell2=number4=>h("td",{},number4?[h("span",{class:"number"},number4),h("span",{class:"bar",
style:{height:`${number4/most*3}rem`}})]:null);return framed(id2,caption,"columns",h("thead",{},h("tr",{},h("td",{}),across.
map(([,words])=>h("th",{scope:"col"},words)))),h("tbody",{},series.map(([key,words])=>h("tr",{},h("th",{scope:"row"},words),
across.map(([each])=>cell2(value3(key,each)))))))}function shares({id:id2,caption,parts,groups,first}){let line4=({words,
counts,total})=>{let part=([key,title])=>h("span",{class:`part ${key}`,title:`${title}: ${counts[key]}`,style:{width:`${counts[key]/
total*100}%`}});return h("tr",{},h("th",{scope:"row"},words),h("td",{class:"numeric"},total),h("td",{class:"stack"},h("d\
iv",{},total?parts.filter(([key])=>counts[key]).map(part):null)),parts.map(([key])=>h("td",{class:"numeric"},counts[key],
" ",h("span",{class:"share"},total?`${Math.round(counts[key]/total*100)} %`:""))))};return framed(id2,caption,"shares",h(
"thead",{},h("tr",{},h("td",{}),h("th",{scope:"col"},first),h("td",{}),parts.map(([key,title])=>h("th",{scope:"col"},h("\
span",{class:`swatch ${key}`}),title)))),h("tbody",{},groups.map(line4)))}function matrix({id:id2,caption,lines,across,value:value3,
groups,corner=""}){let most=Math.max(1,...lines.flatMap(([key])=>across.map(([each])=>value3(key,each)))),cell2=number4=>h(
"td",{"data-depth":number4?Math.max(1,Math.ceil(number4/most*5)):0},number4||"");return framed(id2,caption,"matrix",h("t\
head",{},groups&&h("tr",{},h("td",{}),groups.map(([words,wide])=>h("th",{scope:"colgroup",colspan:wide},words))),h("tr",
{},h("th",{scope:"col"},corner),across.map(([,words])=>h("th",{scope:"col",class:"turned"},h("span",{},words))))),h("tbo\
dy",{},lines.map(([key,words])=>h("tr",{},h("th",{scope:"row"},words),across.map(([each])=>cell2(value3(key,each)))))))}
function framed(id2,caption,kind,...parts){return h("div",{class:"scroll",tabindex:"0",role:"region","aria-label":caption},
h("table",{id:id2,class:`figure ${kind}`},h("caption",{class:"unseen"},caption),parts))}var LIMITS=["A row says what an article says, not what is true.","Many orders have no report of their outcome: silence, \
not failure. Show the silent share beside every rate.","Counts are counts of what outlets chose to report: state outlets\
 favour success, inside outlets trouble.","All organs of the state are one root, and so are the informants of one outlet\
: they may be one person.","Some texts give day and month without a year; such dates stay open (`202X`) and fit no time \
series."],COUNTED={articles:"articles read",orders:"reports of orders",outcomes:"accounts of outcomes",consequences:"pen\
alties and rewards",incidents:"incidents",facilities:"plants"},LICENCE="Data under ";function overview({parameters}){let cited=cite();
return{title:"Overview",shown:()=>parameters.get("at")==="cite"&&(cited.scrollIntoView(),cited.querySelector("h2").focus(
{preventScroll:!0}),!0),element:h("div",{class:"page overview"},h("h1",{tabindex:"-1"},"What North Korean industry is or\
dered to do, and what came of it"),h("p",{class:"lead"},"Each article is read in full, or as far as it can be had, and c\
oded by a written manual: who ordered what from whom, by when, under what threat, and what each source says came of it. \
Accounts of the state and accounts from inside stand side by side and are never merged into one number."),h("ul",{class:"\
numbers"},Object.entries(COUNTED).map(([name,words])=>h("li",{},link(address("tables",name),h("strong",{id:`count-${name}`},
count(name)),` ${words}`)))),h("section",{class:"limits"},h("h2",{},"What the data cannot tell"),h("ul",{},LIMITS.map(each=>h(
"li",{},each.replaceAll("`",""))))),overTime(),byDeadline(),obstacles(),penalties(),cited)}}var distinct=(held,column="c\
ase_id")=>new Set(held.map(row=>row[column])).size,kinds=held=>codes("outlet_kind").filter(kind=>held.some(row=>row.outlet_kind===
kind)).map(kind=>[kind,code("outlet_kind",kind)]),figure=(title,note,drawn)=>h("section",{class:"fig"},h("h2",{},title),
h("p",{class:"hint"},note),drawn);function overTime(){let held=rows("order_outcomes"),groups=grouped(held,row=>`${row.outlet_kind}\
/${published(row.article_id)}`),years=[...new Set(held.map(row=>published(row.article_id)))].filter(Boolean).map(Number).
sort(),open3=held.some(row=>!published(row.article_id))?[["","open"]]:[],across=years.length?Array.from({length:years.at(
-1)-years[0]+1},(_,at)=>[String(years[0]+at),`’${String(years[0]+at).slice(2)}`]):[],value3=(kind,year2)=>distinct(groups.
get(`${kind}/${year2}`)??[]);return figure("Orders over time",`Different orders by the year in which an article reported\
 them${years.length?`, ${years[0]} to ${years.at(-1)}`:""}, by kind of outlet. It counts reporting as much as ordering. \
“Open”: the year of publication is not certain.`,columns({id:"fig-time",caption:"Orders by year of the report and ki\
nd of outlet",series:kinds(held),across:[...across,...open3],value:value3}))}var ANSWERS=[["yes","met"],["no","not met"],
["unknown","not clear"],["silent","silence"]];function byDeadline(){let due=rows("order_outcomes").filter(row=>row.deadline_kind&&
!["none","urgent"].includes(row.deadline_kind)),answer=held=>held.every(row=>row.accounts==="0")?"silent":["yes","no"].find(
each=>held.some(row=>row.met_deadline===each))??"unknown",groups=kinds(due).map(([kind,words])=>{let cases2=[...grouped(
due.filter(row=>row.outlet_kind===kind),row=>row.case_id).values()].map(answer);return{words,total:cases2.length,counts:Object.
fromEntries(ANSWERS.map(([key])=>[key,cases2.filter(each=>each===key).length]))}});return figure("Deadlines against outc\
omes","Orders with a deadline, by the kind of outlet that reported the order. Met means met by at least one addressee, b\
y the account with the best grade. Silence means that no account says anything: neither met nor missed.",shares({id:"fig\
-deadlines",caption:"Orders with a deadline by outcome and kind of outlet",parts:ANSWERS,groups,first:"orders"}))}function branch2(party2){
return party2.facility_id?get("facilities",party2.facility_id)?.class:find("terms","list","class").some(term2=>term2.code===
party2.class&&term2.group==="enterprise")?party2.class:""}function obstacles(){let tally=new Map;for(let factor of rows(
"factors").filter(row=>["obstacle","cause"].includes(row.role))){let record=get("records",factor.record_id);if(record.holds!==
"1")continue;let parties2=to(record.record_id,"concerns").flatMap(each=>find("parties","record_id",each.record_id)).filter(
each=>["addressee","subject"].includes(each.role));for(let sector of new Set(parties2.map(each=>branch2(each)||"none"))){
let key=`${factor.type}/${sector}`;tally.set(key,(tally.get(key)??new Set).add(record.case_id))}}let has=at=>new Set([...tally.
keys()].map(key=>key.split("/")[at])),ordered=(list2,at)=>[...codes(list2),"none"].filter(each=>has(at).has(each)),words=list2=>each=>[
each,each==="none"?"no branch told":code(list2,each)],value3=(type,sector)=>tally.get(`${type}/${sector}`)?.size??0;return figure(
"Obstacles by branch","What is said to stand in the way or to have caused a failure or an accident: different statements\
, by the branch of those to whom it happened. One statement may concern several branches.",matrix({id:"fig-obstacles",caption:"\
Obstacles and causes by branch",lines:ordered("factor_type",0).map(words("factor_type")),across:ordered("class",1).map(words(
"class")),value:value3,corner:"obstacle or cause"}))}function penalties(){let held=rows("consequences").map(row=>({...row,
record:get("records",row.record_id)})).filter(row=>row.record.holds==="1"&&!summaries().has(row.record_id)),groups=grouped(
held,row=>`${row.type}/${teller(row.record)}/${row.stage}`),stages=codes("stage").filter(stage=>held.some(row=>row.stage===
stage)),value3=(type,who)=>distinct((groups.get(`${type}/${who}`)??[]).map(row=>row.record)),types=codes("consequence_ty\
pe").filter(type=>held.some(row=>row.type===type)).map(type=>[type,code("consequence_type",type)]),across=Object.keys(TELLERS).
flatMap(who=>stages.map(stage=>[`${who}/${stage}`,label("stage",stage).toLowerCase()]));return figure("Penalties threate\
ned and imposed","Penalties, and the few rewards, by who tells of them and how far they had gone. The three tellers are \
not added up.",matrix({id:"fig-penalties",caption:"Penalties and rewards by teller and stage",lines:types,across,value:value3,
groups:Object.values(TELLERS).map(words=>[words,stages.length]),corner:"penalty or reward"}))}function cite(){let[licence]=about.
licenses??[];return h("section",{id:"cite"},h("h2",{tabindex:"-1"},"How to cite"),h("p",{},`This is version ${about.version}\
. Values may change from one version to the next, so name it.`),h("p",{class:"citation"},about.citation),h("p",{},"Cite \
the article too when you use a single fact; its page names the paragraphs. ",licence&&[LICENCE,outward(licence.path,licence.
title),"."]))}var MOST=60;function search({parameters}){let asked=parameters.get("q")??"",words=folded(asked).split(/\s+/).filter(Boolean),
fits=(...texts)=>words.length>0&&words.every(word=>folded(texts.join(" ")).includes(word)),spelled=id2=>find("facility_n\
ames","facility_id",id2).map(row=>row.name),plants=rows("facilities").filter(row=>fits(row.name,row.facility_id,...spelled(
row.facility_id))),articles=rows("articles").filter(row=>fits(row.headline,row.article_id,get("outlets",row.outlet_id)?.
name)),named2=record=>find("parties","record_id",record.record_id).flatMap(each=>each.facility_id?spelled(each.facility_id):
[]),orders2=rows("records").filter(row=>row.kind==="order"&&fits(statement(row),row.note,row.record_id,...named2(row)));
return{title:`Search: ${asked}`,element:h("div",{class:"page"},h("h1",{tabindex:"-1"},"Search: ",asked),list("Plants",plants,
row=>[link(address("facility",row.facility_id),row.name)," ",h("span",{lang:"ko"},hangul(row.facility_id)[0])]),list("Or\
ders",orders2,said),list("Articles",articles,row=>[link(address("article",row.article_id),row.headline),` ${get("outlets",
row.outlet_id)?.name}`]),plants.length+orders2.length+articles.length?null:h("p",{class:"silence"},"Nothing found. The t\
ables search every column."))}}var list=(title,found2,item)=>found2.length?h("section",{},h("h2",{},title," ",h("span",{
class:"count"},found2.length)),h("ul",{class:"found"},found2.slice(0,MOST).map(row=>h("li",{},item(row)))),found2.length>
MOST?h("p",{class:"hint"},`The first ${MOST} are shown.`):null):null;function csv(columns2,rows2){let cell2=text=>/[",\r\n]/.test(text)?`"${text.replaceAll('"','""')}"`:text,line4=cells=>`${cells.
map(cell2).join(",")}
`;return line4(columns2)+rows2.map(row=>line4(columns2.map(column=>row[column]))).join("")}function download(name,text){
let address2=URL.createObjectURL(new Blob([text],{type:"text/csv;charset=utf-8"})),link2=document.createElement("a");link2.
href=address2,link2.download=name,link2.click(),setTimeout(()=>URL.revokeObjectURL(address2),1e4)}var PAGE=25,IS="is.",LONG=60,LINKED={facilities:"facility",articles:"article"},found=new WeakMap;function tables({id:id2}){
let name=id2||"order_outcomes",table=describe(name);if(!table)return null;let bar=filterbar(),search2=input("search","Se\
arch",{id:"search-rows",type:"search",placeholder:"any column, 한글 too",on:{input:later(event=>change({find:event.target.
value.trim(),page:""}))}}),filters=new Map(table.fields.map(each=>[each.name,columnFilter(each)])),take=h("button",{type:"\
button",class:"take"}),heads=new Map(table.fields.map(each=>[each.name,head2(each)])),body=h("tbody",{}),grid=h("table",
{class:"grid","aria-label":table.title,on:{keydown:walk}},h("thead",{},h("tr",{},table.fields.map(each=>heads.get(each.name).
element)),h("tr",{class:"by"},table.fields.map(each=>h("td",{},filters.get(each.name))))),body),leaf=h("div",{}),element=h(
"div",{class:"wide"},h("h1",{tabindex:"-1"},"Tables"),h("nav",{class:"choose","aria-label":"Tables"},about.tables.map(each=>choice(
each,name))),h("h2",{},h("code",{},name)),h("p",{},table.description.replaceAll("`","")),bar.element,h("div",{class:"too\
ls"},search2.element,take),h("div",{class:"scroll",tabindex:"0",role:"region","aria-label":`Rows of ${name}`},grid),leaf),
update=({parameters})=>{let selection2=select2(parameters),{test,words}=within2(name,selection2),asked={sort:parameters.
get("sort")??"",find:folded(parameters.get("find")??""),is:table.fields.map(each=>[each.name,parameters.get(IS+each.name)]).
filter(([,value3])=>value3)},held=sorted(rows(name).filter(row=>test(row)&&matches(table,row,asked)),asked.sort),pages=Math.
ceil(held.length/PAGE),page=paged(parameters,pages);document.activeElement!==search2.field&&(search2.field.value=parameters.
get("find")??"");for(let[column,field2]of filters)document.activeElement!==field2&&(field2.value=parameters.get(IS+column)??
"");for(let[column,each]of heads)each.show(asked.sort,column);bar.show(selection2,h("strong",{id:"shown"},held.length),`\
 of ${count(name)} rows. ${words}`),put(take,`Download ${held.length===count(name)?"all":"these"} ${held.length} rows as\
 CSV`),take.onclick=()=>download(`${name}.csv`,csv(table.fields.map(each=>each.name),held)),put(body,...held.slice((page-
1)*PAGE,page*PAGE).map((row,at)=>line2(table,row,at===0))),put(leaf,pager(page,pages,"Pages of the table"))};return{title:`\
Table ${name}`,element,update}}var choice=(table,chosen)=>h("a",{href:address("tables",table.name,remembered()),"aria-cu\
rrent":table.name===chosen?"page":null},table.name,h("span",{class:"count"},count(table.name)));function input(name,words,attributes){
let field2=h("input",{name,...attributes});return{field:field2,element:h("label",{},h("span",{},words),field2)}}function later(work){
let waiting=0;return event=>{clearTimeout(waiting),waiting=setTimeout(()=>work(event),60)}}function codesOf(field2){return field2.
type==="boolean"?[["true","true"],["false","false"]]:field2.codes??[]}function columnFilter(field2){let words=`Only rows\
 whose ${field2.title} is`,codes2=codesOf(field2);if(!codes2.length)return h("input",{type:"search","aria-label":`${words}\
 or holds`,on:{input:later(event=>change({[IS+field2.name]:event.target.value.trim(),page:""}))}});let options=codes2.map(
([value3,label2])=>h("option",{value:value3},label2));return h("select",{"aria-label":words,on:{change:event=>change({[IS+
field2.name]:event.target.value,page:""})}},h("option",{value:""},"all"),options)}function head2(field2){let button=h("b\
utton",{type:"button",title:field2.description.replaceAll("`","")},field2.name),element=h("th",{scope:"col"},button);return{
element,show:(sort,column)=>{let[up,down]=[sort===column,sort===`-${column}`];element.setAttribute("aria-sort",up?"ascen\
ding":down?"descending":"none"),button.onclick=()=>change({sort:up?`-${column}`:down?"":column,page:""})}}}function within2(name,selection2){
let all=!Object.keys(selection2.asked).length,columns2=new Set(describe(name).fields.map(each=>each.name));if(all)return{
test:()=>!0,words:""};if(name==="order_outcomes"){let chosen=new Set(selection2.rows);return{test:row=>chosen.has(row),words:"\
Only the selected orders."}}if(name==="orders")return{test:row=>selection2.orders.has(row.record_id),words:"Only the sel\
ected orders."};let article2=row=>row.article_id??get("records",row.record_id??row.from_record)?.article_id;return["arti\
cle_id","record_id","from_record"].some(each=>columns2.has(each))?{test:row=>selection2.articles.has(article2(row)),words:"\
Only rows from the articles that report the selected orders."}:columns2.has("facility_id")?{test:row=>selection2.facilities.
has(row.facility_id),words:"Only plants to which the selected orders are addressed."}:{test:()=>!0,words:"The filters ab\
ove do not concern this table."}}function matches(table,row,asked){let fits=([column,value3])=>{let field2=table.fields.
find(each=>each.name===column);return codesOf(field2).length?row[column]===value3:folded(row[column]).includes(folded(value3))};
return asked.is.every(fits)&&(!asked.find||asked.find.split(/\s+/).every(word=>hay(table,row).includes(word)))}function hay(table,row){
if(!found.has(row)){let names3=row.facility_id&&table.name!=="facility_names"?find("facility_names","facility_id",row.facility_id).
map(each=>each.name):[];found.set(row,folded([...table.fields.map(each=>row[each.name]),...names3].join(" ")))}return found.
get(row)}function sorted(held,sort){if(!sort)return held;let column=sort.replace(/^-/,"");if(!held.length||held[0][column]===
void 0)return held;let value3=held.every(row=>row[column]===""||/^-?\d+(\.\d+)?$/.test(row[column]))?row=>Number(row[column]):
row=>row[column],sign=sort.startsWith("-")?-1:1,compare=(one2,other)=>{if(!one2[column]||!other[column])return(one2[column]?
0:1)-(other[column]?0:1);let[left,right]=[value3(one2),value3(other)];return left<right?-sign:left>right?sign:0};return[
...held].sort(compare)}function line2(table,row,first){return h("tr",{},table.fields.map((field2,at)=>cell(table,field2,
row,first&&at===0)))}function cell(table,field2,row,reachable){let text=row[field2.name],list2=field2.vocabulary&&!text.
includes("|")?field2.vocabulary:null,attributes={tabindex:reachable?"0":"-1",class:field2.type==="integer"||field2.type===
"number"?"numeric":null};return text&&list2&&Object.assign(attributes,{"data-list":list2,"data-code":text}),text?h("td",
{...attributes,title:text.length>LONG&&!list2?text:null},h("div",{class:"clip"},shown2(table,field2,text))):h("td",{...attributes,
class:"empty",title:field2.empty})}function shown2(table,field2,text){let target2=table.key.length===1&&table.key[0]===field2.
name&&!table.references[field2.name]?table.name:table.references[field2.name];if(LINKED[target2])return link(address(LINKED[target2],
text),text);let record=["records","orders"].includes(target2)&&get("records",text);return record?link(home(record),text):
/^https?:\/\//.test(text)?outward(text):field2.codes&&!field2.vocabulary?meaning(table.name,field2.name,text):text}var STEPS={
ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};function walk(event){let here=event.target.closest("tb\
ody td");if(!here)return;event.key==="Enter"&&event.target===here&&here.querySelector("a")?.click();let step=STEPS[event.
key];if(!step)return;let next=here.closest("tbody").rows[here.parentNode.sectionRowIndex+step[0]]?.cells[here.cellIndex+
step[1]];next&&(event.preventDefault(),here.tabIndex=-1,next.tabIndex=0,next.focus())}var KEY="dprk-industry-theme",NEXT={"":"dark",dark:"light",light:""},WORDS={"":"as the system",dark:"dark",light:"light"};
function theme(){let button=h("button",{type:"button",class:"theme"}),show4=value3=>{document.documentElement.dataset.theme=
value3,button.textContent={"":"◐",dark:"●",light:"○"}[value3],button.setAttribute("aria-label",`Colours: ${WORDS[value3]}\
; change`),button.title=`Colours: ${WORDS[value3]}`};return button.addEventListener("click",()=>{let value3=NEXT[document.
documentElement.dataset.theme];keep(value3),show4(value3)}),show4(kept2()),button}function kept2(){try{return localStorage.
getItem(KEY)in WORDS?localStorage.getItem(KEY):""}catch{return""}}function keep(value3){try{localStorage.setItem(KEY,value3)}catch{}}function ascending2(a,b){return a==null||b==null?NaN:a<b?-1:a>b?1:a>=b?0:NaN}function descending(a,b){return a==null||b==
null?NaN:b<a?-1:b>a?1:b>=a?0:NaN}function bisector(f){let compare1,compare2,delta;f.length!==2?(compare1=ascending2,compare2=
(d,x)=>ascending2(f(d),x),delta=(d,x)=>f(d)-x):(compare1=f===ascending2||f===descending?f:zero2,compare2=f,delta=f);function left(a,x,lo=0,hi=a.
length){if(lo<hi){if(compare1(x,x)!==0)return hi;do{let mid=lo+hi>>>1;compare2(a[mid],x)<0?lo=mid+1:hi=mid}while(lo<hi)}
return lo}function right(a,x,lo=0,hi=a.length){if(lo<hi){if(compare1(x,x)!==0)return hi;do{let mid=lo+hi>>>1;compare2(a[mid],
x)<=0?lo=mid+1:hi=mid}while(lo<hi)}return lo}function center(a,x,lo=0,hi=a.length){let i=left(a,x,lo,hi-1);return i>lo&&
delta(a[i-1],x)>-delta(a[i],x)?i-1:i}return{left,center,right}}function zero2(){return 0}function number2(x){return x===
null?NaN:+x}var ascendingBisect=bisector(ascending2),bisectRight=ascendingBisect.right,bisectLeft=ascendingBisect.left,bisectCenter=bisector(
number2).center;var blur2=Blur2(blurf),blurImage=Blur2(blurfImage);function Blur2(blur){return function(data,rx,ry=rx){if(!((rx=+rx)>=0))
throw new RangeError("invalid rx");if(!((ry=+ry)>=0))throw new RangeError("invalid ry");let{data:values,width,height}=data;
if(!((width=Math.floor(width))>=0))throw new RangeError("invalid width");if(!((height=Math.floor(height!==void 0?height:
values.length/width))>=0))throw new RangeError("invalid height");if(!width||!height||!rx&&!ry)return data;let blurx=rx&&
blur(rx),blury=ry&&blur(ry),temp=values.slice();return blurx&&blury?(blurh(blurx,temp,values,width,height),blurh(blurx,values,
temp,width,height),blurh(blurx,temp,values,width,height),blurv(blury,values,temp,width,height),blurv(blury,temp,values,width,
height),blurv(blury,values,temp,width,height)):blurx?(blurh(blurx,values,temp,width,height),blurh(blurx,temp,values,width,
height),blurh(blurx,values,temp,width,height)):blury&&(blurv(blury,values,temp,width,height),blurv(blury,temp,values,width,
height),blurv(blury,values,temp,width,height)),data}}function blurh(blur,T,S,w,h2){for(let y=0,n=w*h2;y<n;)blur(T,S,y,y+=
w,1)}function blurv(blur,T,S,w,h2){for(let x=0,n=w*h2;x<w;++x)blur(T,S,x,x+n,w)}function blurfImage(radius){let blur=blurf(
radius);return(T,S,start3,stop,step)=>{start3<<=2,stop<<=2,step<<=2,blur(T,S,start3+0,stop+0,step),blur(T,S,start3+1,stop+
1,step),blur(T,S,start3+2,stop+2,step),blur(T,S,start3+3,stop+3,step)}}function blurf(radius){let radius0=Math.floor(radius);
if(radius0===radius)return bluri(radius);let t=radius-radius0,w=2*radius+1;return(T,S,start3,stop,step)=>{if(!((stop-=step)>=
start3))return;let sum=radius0*S[start3],s0=step*radius0,s1=s0+step;for(let i=start3,j=start3+s0;i<j;i+=step)sum+=S[Math.
min(stop,i)];for(let i=start3,j=stop;i<=j;i+=step)sum+=S[Math.min(stop,i+s0)],T[i]=(sum+t*(S[Math.max(start3,i-s1)]+S[Math.
min(stop,i+s1)]))/w,sum-=S[Math.max(start3,i-s0)]}}function bluri(radius){let w=2*radius+1;return(T,S,start3,stop,step)=>{
if(!((stop-=step)>=start3))return;let sum=radius*S[start3],s2=step*radius;for(let i=start3,j=start3+s2;i<j;i+=step)sum+=
S[Math.min(stop,i)];for(let i=start3,j=stop;i<=j;i+=step)sum+=S[Math.min(stop,i+s2)],T[i]=sum/w,sum-=S[Math.max(start3,i-
s2)]}}var array2=Array.prototype,slice=array2.slice;var e10=Math.sqrt(50),e5=Math.sqrt(10),e2=Math.sqrt(2);function tickSpec(start3,stop,count2){let step=(stop-start3)/Math.
max(0,count2),power=Math.floor(Math.log10(step)),error=step/Math.pow(10,power),factor=error>=e10?10:error>=e5?5:error>=e2?
2:1,i1,i2,inc;return power<0?(inc=Math.pow(10,-power)/factor,i1=Math.round(start3*inc),i2=Math.round(stop*inc),i1/inc<start3&&
++i1,i2/inc>stop&&--i2,inc=-inc):(inc=Math.pow(10,power)*factor,i1=Math.round(start3/inc),i2=Math.round(stop/inc),i1*inc<
start3&&++i1,i2*inc>stop&&--i2),i2<i1&&.5<=count2&&count2<2?tickSpec(start3,stop,count2*2):[i1,i2,inc]}function tickIncrement(start3,stop,count2){return stop=+stop,start3=+start3,count2=+count2,tickSpec(start3,stop,count2)[2]}
function tickStep(start3,stop,count2){stop=+stop,start3=+start3,count2=+count2;let reverse=stop<start3,inc=reverse?tickIncrement(
stop,start3,count2):tickIncrement(start3,stop,count2);return(reverse?-1:1)*(inc<0?1/-inc:inc)}var shuffle=shuffler(Math.random);function shuffler(random){return function(array3,i0=0,i1=array3.length){let m=i1-(i0=+i0);
for(;m;){let i=random()*m--|0,t=array3[m+i0];array3[m+i0]=array3[i+i0],array3[i+i0]=t}return array3}}var t02=new Date,t12=new Date;function timeInterval(floori,offseti,count2,field2){function interval(date4){return floori(
date4=arguments.length===0?new Date:new Date(+date4)),date4}return interval.floor=date4=>(floori(date4=new Date(+date4)),
date4),interval.ceil=date4=>(floori(date4=new Date(date4-1)),offseti(date4,1),floori(date4),date4),interval.round=date4=>{
let d0=interval(date4),d1=interval.ceil(date4);return date4-d0<d1-date4?d0:d1},interval.offset=(date4,step)=>(offseti(date4=
new Date(+date4),step==null?1:Math.floor(step)),date4),interval.range=(start3,stop,step)=>{let range2=[];if(start3=interval.
ceil(start3),step=step==null?1:Math.floor(step),!(start3<stop)||!(step>0))return range2;let previous;do range2.push(previous=
new Date(+start3)),offseti(start3,step),floori(start3);while(previous<start3&&start3<stop);return range2},interval.filter=
test=>timeInterval(date4=>{if(date4>=date4)for(;floori(date4),!test(date4);)date4.setTime(date4-1)},(date4,step)=>{if(date4>=
date4)if(step<0)for(;++step<=0;)for(;offseti(date4,-1),!test(date4););else for(;--step>=0;)for(;offseti(date4,1),!test(date4);)
;}),count2&&(interval.count=(start3,end)=>(t02.setTime(+start3),t12.setTime(+end),floori(t02),floori(t12),Math.floor(count2(
t02,t12))),interval.every=step=>(step=Math.floor(step),!isFinite(step)||!(step>0)?null:step>1?interval.filter(field2?d=>field2(
d)%step===0:d=>interval.count(0,d)%step===0):interval)),interval}var millisecond=timeInterval(()=>{},(date4,step)=>{date4.
setTime(+date4+step)},(start3,end)=>end-start3);millisecond.every=k=>(k=Math.floor(k),!isFinite(k)||!(k>0)?null:k>1?timeInterval(
date4=>{date4.setTime(Math.floor(date4/k)*k)},(date4,step)=>{date4.setTime(+date4+step*k)},(start3,end)=>(end-start3)/k):
millisecond);var milliseconds=millisecond.range,durationSecond=1e3,durationMinute=durationSecond*60,durationHour=durationMinute*
60,durationDay=durationHour*24,durationWeek=durationDay*7,durationMonth=durationDay*30,durationYear=durationDay*365,second=timeInterval(
date4=>{date4.setTime(date4-date4.getMilliseconds())},(date4,step)=>{date4.setTime(+date4+step*durationSecond)},(start3,end)=>(end-
start3)/durationSecond,date4=>date4.getUTCSeconds()),seconds=second.range,timeMinute=timeInterval(date4=>{date4.setTime(
date4-date4.getMilliseconds()-date4.getSeconds()*durationSecond)},(date4,step)=>{date4.setTime(+date4+step*durationMinute)},
(start3,end)=>(end-start3)/durationMinute,date4=>date4.getMinutes()),timeMinutes=timeMinute.range,utcMinute=timeInterval(
date4=>{date4.setUTCSeconds(0,0)},(date4,step)=>{date4.setTime(+date4+step*durationMinute)},(start3,end)=>(end-start3)/durationMinute,
date4=>date4.getUTCMinutes()),utcMinutes=utcMinute.range,timeHour=timeInterval(date4=>{date4.setTime(date4-date4.getMilliseconds()-
date4.getSeconds()*durationSecond-date4.getMinutes()*durationMinute)},(date4,step)=>{date4.setTime(+date4+step*durationHour)},
(start3,end)=>(end-start3)/durationHour,date4=>date4.getHours()),timeHours=timeHour.range,utcHour=timeInterval(date4=>{date4.
setUTCMinutes(0,0,0)},(date4,step)=>{date4.setTime(+date4+step*durationHour)},(start3,end)=>(end-start3)/durationHour,date4=>date4.
getUTCHours()),utcHours=utcHour.range,timeDay=timeInterval(date4=>date4.setHours(0,0,0,0),(date4,step)=>date4.setDate(date4.
getDate()+step),(start3,end)=>(end-start3-(end.getTimezoneOffset()-start3.getTimezoneOffset())*durationMinute)/durationDay,
date4=>date4.getDate()-1),timeDays=timeDay.range,utcDay=timeInterval(date4=>{date4.setUTCHours(0,0,0,0)},(date4,step)=>{
date4.setUTCDate(date4.getUTCDate()+step)},(start3,end)=>(end-start3)/durationDay,date4=>date4.getUTCDate()-1),utcDays=utcDay.
range,unixDay=timeInterval(date4=>{date4.setUTCHours(0,0,0,0)},(date4,step)=>{date4.setUTCDate(date4.getUTCDate()+step)},
(start3,end)=>(end-start3)/durationDay,date4=>Math.floor(date4/durationDay)),unixDays=unixDay.range;function timeWeekday(i){
return timeInterval(date4=>{date4.setDate(date4.getDate()-(date4.getDay()+7-i)%7),date4.setHours(0,0,0,0)},(date4,step)=>{
date4.setDate(date4.getDate()+step*7)},(start3,end)=>(end-start3-(end.getTimezoneOffset()-start3.getTimezoneOffset())*durationMinute)/
durationWeek)}var timeSunday=timeWeekday(0),timeMonday=timeWeekday(1),timeTuesday=timeWeekday(2),timeWednesday=timeWeekday(
3),timeThursday=timeWeekday(4),timeFriday=timeWeekday(5),timeSaturday=timeWeekday(6),timeSundays=timeSunday.range,timeMondays=timeMonday.
range,timeTuesdays=timeTuesday.range,timeWednesdays=timeWednesday.range,timeThursdays=timeThursday.range,timeFridays=timeFriday.
range,timeSaturdays=timeSaturday.range;function utcWeekday(i){return timeInterval(date4=>{date4.setUTCDate(date4.getUTCDate()-
(date4.getUTCDay()+7-i)%7),date4.setUTCHours(0,0,0,0)},(date4,step)=>{date4.setUTCDate(date4.getUTCDate()+step*7)},(start3,end)=>(end-
start3)/durationWeek)}var utcSunday=utcWeekday(0),utcMonday=utcWeekday(1),utcTuesday=utcWeekday(2),utcWednesday=utcWeekday(
3),utcThursday=utcWeekday(4),utcFriday=utcWeekday(5),utcSaturday=utcWeekday(6),utcSundays=utcSunday.range,utcMondays=utcMonday.
range,utcTuesdays=utcTuesday.range,utcWednesdays=utcWednesday.range,utcThursdays=utcThursday.range,utcFridays=utcFriday.
range,utcSaturdays=utcSaturday.range,timeMonth=timeInterval(date4=>{date4.setDate(1),date4.setHours(0,0,0,0)},(date4,step)=>{
date4.setMonth(date4.getMonth()+step)},(start3,end)=>end.getMonth()-start3.getMonth()+(end.getFullYear()-start3.getFullYear())*
12,date4=>date4.getMonth()),timeMonths=timeMonth.range,utcMonth=timeInterval(date4=>{date4.setUTCDate(1),date4.setUTCHours(
0,0,0,0)},(date4,step)=>{date4.setUTCMonth(date4.getUTCMonth()+step)},(start3,end)=>end.getUTCMonth()-start3.getUTCMonth()+
(end.getUTCFullYear()-start3.getUTCFullYear())*12,date4=>date4.getUTCMonth()),utcMonths=utcMonth.range,timeYear=timeInterval(
date4=>{date4.setMonth(0,1),date4.setHours(0,0,0,0)},(date4,step)=>{date4.setFullYear(date4.getFullYear()+step)},(start3,end)=>end.
getFullYear()-start3.getFullYear(),date4=>date4.getFullYear());timeYear.every=k=>!isFinite(k=Math.floor(k))||!(k>0)?null:
timeInterval(date4=>{date4.setFullYear(Math.floor(date4.getFullYear()/k)*k),date4.setMonth(0,1),date4.setHours(0,0,0,0)},
(date4,step)=>{date4.setFullYear(date4.getFullYear()+step*k)});var timeYears=timeYear.range,utcYear=timeInterval(date4=>{
date4.setUTCMonth(0,1),date4.setUTCHours(0,0,0,0)},(date4,step)=>{date4.setUTCFullYear(date4.getUTCFullYear()+step)},(start3,end)=>end.
getUTCFullYear()-start3.getUTCFullYear(),date4=>date4.getUTCFullYear());utcYear.every=k=>!isFinite(k=Math.floor(k))||!(k>
0)?null:timeInterval(date4=>{date4.setUTCFullYear(Math.floor(date4.getUTCFullYear()/k)*k),date4.setUTCMonth(0,1),date4.setUTCHours(
0,0,0,0)},(date4,step)=>{date4.setUTCFullYear(date4.getUTCFullYear()+step*k)});var utcYears=utcYear.range;function ticker(year2,month,week,day,hour,minute){
let tickIntervals=[[second,1,durationSecond],[second,5,5*durationSecond],[second,15,15*durationSecond],[second,30,30*durationSecond],
[minute,1,durationMinute],[minute,5,5*durationMinute],[minute,15,15*durationMinute],[minute,30,30*durationMinute],[hour,
1,durationHour],[hour,3,3*durationHour],[hour,6,6*durationHour],[hour,12,12*durationHour],[day,1,durationDay],[day,2,2*durationDay],
[week,1,durationWeek],[month,1,durationMonth],[month,3,3*durationMonth],[year2,1,durationYear]];function ticks2(start3,stop,count2){
let reverse=stop<start3;reverse&&([start3,stop]=[stop,start3]);let interval=count2&&typeof count2.range=="function"?count2:
tickInterval(start3,stop,count2),ticks3=interval?interval.range(start3,+stop+1):[];return reverse?ticks3.reverse():ticks3}
function tickInterval(start3,stop,count2){let target2=Math.abs(stop-start3)/count2,i=bisector(([,,step2])=>step2).right(
tickIntervals,target2);if(i===tickIntervals.length)return year2.every(tickStep(start3/durationYear,stop/durationYear,count2));
if(i===0)return millisecond.every(Math.max(tickStep(start3,stop,count2),1));let[t,step]=tickIntervals[target2/tickIntervals[i-
1][2]<tickIntervals[i][2]/target2?i-1:i];return t.every(step)}return[ticks2,tickInterval]}var[utcTicks,utcTickInterval]=ticker(
utcYear,utcMonth,utcSunday,unixDay,utcHour,utcMinute),[timeTicks,timeTickInterval]=ticker(timeYear,timeMonth,timeSunday,
timeDay,timeHour,timeMinute);function localDate(d){if(0<=d.y&&d.y<100){var date4=new Date(-1,d.m,d.d,d.H,d.M,d.S,d.L);return date4.setFullYear(d.y),date4}
return new Date(d.y,d.m,d.d,d.H,d.M,d.S,d.L)}function utcDate(d){if(0<=d.y&&d.y<100){var date4=new Date(Date.UTC(-1,d.m,
d.d,d.H,d.M,d.S,d.L));return date4.setUTCFullYear(d.y),date4}return new Date(Date.UTC(d.y,d.m,d.d,d.H,d.M,d.S,d.L))}function newDate(y,m,d){
return{y,m,d,H:0,M:0,S:0,L:0}}function formatLocale(locale2){var locale_dateTime=locale2.dateTime,locale_date=locale2.date,
locale_time=locale2.time,locale_periods=locale2.periods,locale_weekdays=locale2.days,locale_shortWeekdays=locale2.shortDays,
locale_months=locale2.months,locale_shortMonths=locale2.shortMonths,periodRe=formatRe(locale_periods),periodLookup=formatLookup(
locale_periods),weekdayRe=formatRe(locale_weekdays),weekdayLookup=formatLookup(locale_weekdays),shortWeekdayRe=formatRe(
locale_shortWeekdays),shortWeekdayLookup=formatLookup(locale_shortWeekdays),monthRe=formatRe(locale_months),monthLookup=formatLookup(
locale_months),shortMonthRe=formatRe(locale_shortMonths),shortMonthLookup=formatLookup(locale_shortMonths),formats={a:formatShortWeekday,
A:formatWeekday,b:formatShortMonth,B:formatMonth,c:null,d:formatDayOfMonth,e:formatDayOfMonth,f:formatMicroseconds,g:formatYearISO,
G:formatFullYearISO,H:formatHour24,I:formatHour12,j:formatDayOfYear,L:formatMilliseconds,m:formatMonthNumber,M:formatMinutes,
p:formatPeriod,q:formatQuarter,Q:formatUnixTimestamp,s:formatUnixTimestampSeconds,S:formatSeconds,u:formatWeekdayNumberMonday,
U:formatWeekNumberSunday,V:formatWeekNumberISO,w:formatWeekdayNumberSunday,W:formatWeekNumberMonday,x:null,X:null,y:formatYear,
Y:formatFullYear,Z:formatZone,"%":formatLiteralPercent},utcFormats={a:formatUTCShortWeekday,A:formatUTCWeekday,b:formatUTCShortMonth,
B:formatUTCMonth,c:null,d:formatUTCDayOfMonth,e:formatUTCDayOfMonth,f:formatUTCMicroseconds,g:formatUTCYearISO,G:formatUTCFullYearISO,
H:formatUTCHour24,I:formatUTCHour12,j:formatUTCDayOfYear,L:formatUTCMilliseconds,m:formatUTCMonthNumber,M:formatUTCMinutes,
p:formatUTCPeriod,q:formatUTCQuarter,Q:formatUnixTimestamp,s:formatUnixTimestampSeconds,S:formatUTCSeconds,u:formatUTCWeekdayNumberMonday,
U:formatUTCWeekNumberSunday,V:formatUTCWeekNumberISO,w:formatUTCWeekdayNumberSunday,W:formatUTCWeekNumberMonday,x:null,X:null,
y:formatUTCYear,Y:formatUTCFullYear,Z:formatUTCZone,"%":formatLiteralPercent},parses={a:parseShortWeekday,A:parseWeekday,
b:parseShortMonth,B:parseMonth,c:parseLocaleDateTime,d:parseDayOfMonth,e:parseDayOfMonth,f:parseMicroseconds,g:parseYear,
G:parseFullYear,H:parseHour24,I:parseHour24,j:parseDayOfYear,L:parseMilliseconds,m:parseMonthNumber,M:parseMinutes,p:parsePeriod,
q:parseQuarter,Q:parseUnixTimestamp,s:parseUnixTimestampSeconds,S:parseSeconds,u:parseWeekdayNumberMonday,U:parseWeekNumberSunday,
V:parseWeekNumberISO,w:parseWeekdayNumberSunday,W:parseWeekNumberMonday,x:parseLocaleDate,X:parseLocaleTime,y:parseYear,
Y:parseFullYear,Z:parseZone,"%":parseLiteralPercent};formats.x=newFormat(locale_date,formats),formats.X=newFormat(locale_time,
formats),formats.c=newFormat(locale_dateTime,formats),utcFormats.x=newFormat(locale_date,utcFormats),utcFormats.X=newFormat(
locale_time,utcFormats),utcFormats.c=newFormat(locale_dateTime,utcFormats);function newFormat(specifier,formats2){return function(date4){
var string2=[],i=-1,j=0,n=specifier.length,c,pad2,format;for(date4 instanceof Date||(date4=new Date(+date4));++i<n;)specifier.
charCodeAt(i)===37&&(string2.push(specifier.slice(j,i)),(pad2=pads[c=specifier.charAt(++i)])!=null?c=specifier.charAt(++i):
pad2=c==="e"?" ":"0",(format=formats2[c])&&(c=format(date4,pad2)),string2.push(c),j=i+1);return string2.push(specifier.slice(
j,i)),string2.join("")}}function newParse(specifier,Z){return function(string2){var d=newDate(1900,void 0,1),i=parseSpecifier(
d,specifier,string2+="",0),week,day;if(i!=string2.length)return null;if("Q"in d)return new Date(d.Q);if("s"in d)return new Date(
d.s*1e3+("L"in d?d.L:0));if(Z&&!("Z"in d)&&(d.Z=0),"p"in d&&(d.H=d.H%12+d.p*12),d.m===void 0&&(d.m="q"in d?d.q:0),"V"in d){
if(d.V<1||d.V>53)return null;"w"in d||(d.w=1),"Z"in d?(week=utcDate(newDate(d.y,0,1)),day=week.getUTCDay(),week=day>4||day===
0?utcMonday.ceil(week):utcMonday(week),week=utcDay.offset(week,(d.V-1)*7),d.y=week.getUTCFullYear(),d.m=week.getUTCMonth(),
d.d=week.getUTCDate()+(d.w+6)%7):(week=localDate(newDate(d.y,0,1)),day=week.getDay(),week=day>4||day===0?timeMonday.ceil(
week):timeMonday(week),week=timeDay.offset(week,(d.V-1)*7),d.y=week.getFullYear(),d.m=week.getMonth(),d.d=week.getDate()+
(d.w+6)%7)}else("W"in d||"U"in d)&&("w"in d||(d.w="u"in d?d.u%7:"W"in d?1:0),day="Z"in d?utcDate(newDate(d.y,0,1)).getUTCDay():
localDate(newDate(d.y,0,1)).getDay(),d.m=0,d.d="W"in d?(d.w+6)%7+d.W*7-(day+5)%7:d.w+d.U*7-(day+6)%7);return"Z"in d?(d.H+=
d.Z/100|0,d.M+=d.Z%100,utcDate(d)):localDate(d)}}function parseSpecifier(d,specifier,string2,j){for(var i=0,n=specifier.
length,m=string2.length,c,parse2;i<n;){if(j>=m)return-1;if(c=specifier.charCodeAt(i++),c===37){if(c=specifier.charAt(i++),
parse2=parses[c in pads?specifier.charAt(i++):c],!parse2||(j=parse2(d,string2,j))<0)return-1}else if(c!=string2.charCodeAt(
j++))return-1}return j}function parsePeriod(d,string2,i){var n=periodRe.exec(string2.slice(i));return n?(d.p=periodLookup.
get(n[0].toLowerCase()),i+n[0].length):-1}function parseShortWeekday(d,string2,i){var n=shortWeekdayRe.exec(string2.slice(
i));return n?(d.w=shortWeekdayLookup.get(n[0].toLowerCase()),i+n[0].length):-1}function parseWeekday(d,string2,i){var n=weekdayRe.
exec(string2.slice(i));return n?(d.w=weekdayLookup.get(n[0].toLowerCase()),i+n[0].length):-1}function parseShortMonth(d,string2,i){
var n=shortMonthRe.exec(string2.slice(i));return n?(d.m=shortMonthLookup.get(n[0].toLowerCase()),i+n[0].length):-1}function parseMonth(d,string2,i){
var n=monthRe.exec(string2.slice(i));return n?(d.m=monthLookup.get(n[0].toLowerCase()),i+n[0].length):-1}function parseLocaleDateTime(d,string2,i){
return parseSpecifier(d,locale_dateTime,string2,i)}function parseLocaleDate(d,string2,i){return parseSpecifier(d,locale_date,
string2,i)}function parseLocaleTime(d,string2,i){return parseSpecifier(d,locale_time,string2,i)}function formatShortWeekday(d){
return locale_shortWeekdays[d.getDay()]}function formatWeekday(d){return locale_weekdays[d.getDay()]}function formatShortMonth(d){
return locale_shortMonths[d.getMonth()]}function formatMonth(d){return locale_months[d.getMonth()]}function formatPeriod(d){
return locale_periods[+(d.getHours()>=12)]}function formatQuarter(d){return 1+~~(d.getMonth()/3)}function formatUTCShortWeekday(d){
return locale_shortWeekdays[d.getUTCDay()]}function formatUTCWeekday(d){return locale_weekdays[d.getUTCDay()]}function formatUTCShortMonth(d){
return locale_shortMonths[d.getUTCMonth()]}function formatUTCMonth(d){return locale_months[d.getUTCMonth()]}function formatUTCPeriod(d){
return locale_periods[+(d.getUTCHours()>=12)]}function formatUTCQuarter(d){return 1+~~(d.getUTCMonth()/3)}return{format:function(specifier){
var f=newFormat(specifier+="",formats);return f.toString=function(){return specifier},f},parse:function(specifier){var p=newParse(
specifier+="",!1);return p.toString=function(){return specifier},p},utcFormat:function(specifier){var f=newFormat(specifier+=
"",utcFormats);return f.toString=function(){return specifier},f},utcParse:function(specifier){var p=newParse(specifier+=
"",!0);return p.toString=function(){return specifier},p}}}var pads={"-":"",_:" ",0:"0"},numberRe=/^\s*\d+/,percentRe=/^%/,
requoteRe=/[\\^$*+?|[\]().{}]/g;function pad(value3,fill2,width){var sign=value3<0?"-":"",string2=(sign?-value3:value3)+
"",length=string2.length;return sign+(length<width?new Array(width-length+1).join(fill2)+string2:string2)}function requote(s2){
return s2.replace(requoteRe,"\\$&")}function formatRe(names3){return new RegExp("^(?:"+names3.map(requote).join("|")+")",
"i")}function formatLookup(names3){return new Map(names3.map((name,i)=>[name.toLowerCase(),i]))}function parseWeekdayNumberSunday(d,string2,i){
var n=numberRe.exec(string2.slice(i,i+1));return n?(d.w=+n[0],i+n[0].length):-1}function parseWeekdayNumberMonday(d,string2,i){
var n=numberRe.exec(string2.slice(i,i+1));return n?(d.u=+n[0],i+n[0].length):-1}function parseWeekNumberSunday(d,string2,i){
var n=numberRe.exec(string2.slice(i,i+2));return n?(d.U=+n[0],i+n[0].length):-1}function parseWeekNumberISO(d,string2,i){
var n=numberRe.exec(string2.slice(i,i+2));return n?(d.V=+n[0],i+n[0].length):-1}function parseWeekNumberMonday(d,string2,i){
var n=numberRe.exec(string2.slice(i,i+2));return n?(d.W=+n[0],i+n[0].length):-1}function parseFullYear(d,string2,i){var n=numberRe.
exec(string2.slice(i,i+4));return n?(d.y=+n[0],i+n[0].length):-1}function parseYear(d,string2,i){var n=numberRe.exec(string2.
slice(i,i+2));return n?(d.y=+n[0]+(+n[0]>68?1900:2e3),i+n[0].length):-1}function parseZone(d,string2,i){var n=/^(Z)|([+-]\d\d)(?::?(\d\d))?/.
exec(string2.slice(i,i+6));return n?(d.Z=n[1]?0:-(n[2]+(n[3]||"00")),i+n[0].length):-1}function parseQuarter(d,string2,i){
var n=numberRe.exec(string2.slice(i,i+1));return n?(d.q=n[0]*3-3,i+n[0].length):-1}function parseMonthNumber(d,string2,i){
var n=numberRe.exec(string2.slice(i,i+2));return n?(d.m=n[0]-1,i+n[0].length):-1}function parseDayOfMonth(d,string2,i){var n=numberRe.
exec(string2.slice(i,i+2));return n?(d.d=+n[0],i+n[0].length):-1}function parseDayOfYear(d,string2,i){var n=numberRe.exec(
string2.slice(i,i+3));return n?(d.m=0,d.d=+n[0],i+n[0].length):-1}function parseHour24(d,string2,i){var n=numberRe.exec(
string2.slice(i,i+2));return n?(d.H=+n[0],i+n[0].length):-1}function parseMinutes(d,string2,i){var n=numberRe.exec(string2.
slice(i,i+2));return n?(d.M=+n[0],i+n[0].length):-1}function parseSeconds(d,string2,i){var n=numberRe.exec(string2.slice(
i,i+2));return n?(d.S=+n[0],i+n[0].length):-1}function parseMilliseconds(d,string2,i){var n=numberRe.exec(string2.slice(
i,i+3));return n?(d.L=+n[0],i+n[0].length):-1}function parseMicroseconds(d,string2,i){var n=numberRe.exec(string2.slice(
i,i+6));return n?(d.L=Math.floor(n[0]/1e3),i+n[0].length):-1}function parseLiteralPercent(d,string2,i){var n=percentRe.exec(
string2.slice(i,i+1));return n?i+n[0].length:-1}function parseUnixTimestamp(d,string2,i){var n=numberRe.exec(string2.slice(
i));return n?(d.Q=+n[0],i+n[0].length):-1}function parseUnixTimestampSeconds(d,string2,i){var n=numberRe.exec(string2.slice(
i));return n?(d.s=+n[0],i+n[0].length):-1}function formatDayOfMonth(d,p){return pad(d.getDate(),p,2)}function formatHour24(d,p){
return pad(d.getHours(),p,2)}function formatHour12(d,p){return pad(d.getHours()%12||12,p,2)}function formatDayOfYear(d,p){
return pad(1+timeDay.count(timeYear(d),d),p,3)}function formatMilliseconds(d,p){return pad(d.getMilliseconds(),p,3)}function formatMicroseconds(d,p){
return formatMilliseconds(d,p)+"000"}function formatMonthNumber(d,p){return pad(d.getMonth()+1,p,2)}function formatMinutes(d,p){
return pad(d.getMinutes(),p,2)}function formatSeconds(d,p){return pad(d.getSeconds(),p,2)}function formatWeekdayNumberMonday(d){
var day=d.getDay();return day===0?7:day}function formatWeekNumberSunday(d,p){return pad(timeSunday.count(timeYear(d)-1,d),
p,2)}function dISO(d){var day=d.getDay();return day>=4||day===0?timeThursday(d):timeThursday.ceil(d)}function formatWeekNumberISO(d,p){
return d=dISO(d),pad(timeThursday.count(timeYear(d),d)+(timeYear(d).getDay()===4),p,2)}function formatWeekdayNumberSunday(d){
return d.getDay()}function formatWeekNumberMonday(d,p){return pad(timeMonday.count(timeYear(d)-1,d),p,2)}function formatYear(d,p){
return pad(d.getFullYear()%100,p,2)}function formatYearISO(d,p){return d=dISO(d),pad(d.getFullYear()%100,p,2)}function formatFullYear(d,p){
return pad(d.getFullYear()%1e4,p,4)}function formatFullYearISO(d,p){var day=d.getDay();return d=day>=4||day===0?timeThursday(
d):timeThursday.ceil(d),pad(d.getFullYear()%1e4,p,4)}function formatZone(d){var z=d.getTimezoneOffset();return(z>0?"-":(z*=
-1,"+"))+pad(z/60|0,"0",2)+pad(z%60,"0",2)}function formatUTCDayOfMonth(d,p){return pad(d.getUTCDate(),p,2)}function formatUTCHour24(d,p){
return pad(d.getUTCHours(),p,2)}function formatUTCHour12(d,p){return pad(d.getUTCHours()%12||12,p,2)}function formatUTCDayOfYear(d,p){
return pad(1+utcDay.count(utcYear(d),d),p,3)}function formatUTCMilliseconds(d,p){return pad(d.getUTCMilliseconds(),p,3)}
function formatUTCMicroseconds(d,p){return formatUTCMilliseconds(d,p)+"000"}function formatUTCMonthNumber(d,p){return pad(
d.getUTCMonth()+1,p,2)}function formatUTCMinutes(d,p){return pad(d.getUTCMinutes(),p,2)}function formatUTCSeconds(d,p){return pad(
d.getUTCSeconds(),p,2)}function formatUTCWeekdayNumberMonday(d){var dow=d.getUTCDay();return dow===0?7:dow}function formatUTCWeekNumberSunday(d,p){
return pad(utcSunday.count(utcYear(d)-1,d),p,2)}function UTCdISO(d){var day=d.getUTCDay();return day>=4||day===0?utcThursday(
d):utcThursday.ceil(d)}function formatUTCWeekNumberISO(d,p){return d=UTCdISO(d),pad(utcThursday.count(utcYear(d),d)+(utcYear(
d).getUTCDay()===4),p,2)}function formatUTCWeekdayNumberSunday(d){return d.getUTCDay()}function formatUTCWeekNumberMonday(d,p){
return pad(utcMonday.count(utcYear(d)-1,d),p,2)}function formatUTCYear(d,p){return pad(d.getUTCFullYear()%100,p,2)}function formatUTCYearISO(d,p){
return d=UTCdISO(d),pad(d.getUTCFullYear()%100,p,2)}function formatUTCFullYear(d,p){return pad(d.getUTCFullYear()%1e4,p,
4)}function formatUTCFullYearISO(d,p){var day=d.getUTCDay();return d=day>=4||day===0?utcThursday(d):utcThursday.ceil(d),
pad(d.getUTCFullYear()%1e4,p,4)}function formatUTCZone(){return"+0000"}function formatLiteralPercent(){return"%"}function formatUnixTimestamp(d){
return+d}function formatUnixTimestampSeconds(d){return Math.floor(+d/1e3)}var locale,timeFormat,timeParse,utcFormat,utcParse;
defaultLocale({dateTime:"%x, %X",date:"%-m/%-d/%Y",time:"%-I:%M:%S %p",periods:["AM","PM"],days:["Sunday","Monday","Tues\
day","Wednesday","Thursday","Friday","Saturday"],shortDays:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],months:["January",
"February","March","April","May","June","July","August","September","October","November","December"],shortMonths:["Jan",
"Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"]});function defaultLocale(definition){return locale=formatLocale(
definition),timeFormat=locale.format,timeParse=locale.parse,utcFormat=locale.utcFormat,utcParse=locale.utcParse,locale}var isoSpecifier="\
%Y-%m-%dT%H:%M:%S.%LZ";function formatIsoNative(date4){return date4.toISOString()}var formatIso=Date.prototype.toISOString?
formatIsoNative:utcFormat(isoSpecifier);function parseIsoNative(string2){var date4=new Date(string2);return isNaN(date4)?
null:date4}var parseIso=+new Date("2000-01-01T00:00:00.000Z")?parseIsoNative:utcParse(isoSpecifier);function initRange(domain,range2){switch(arguments.length){case 0:break;case 1:this.range(domain);break;default:this.range(
range2).domain(domain);break}return this}function constants(x){return function(){return x}}function number$1(x){return+x}var unit=[0,1];function identity$1(x){return x}
function normalize(a,b){return(b-=a=+a)?function(x){return(x-a)/b}:constants(isNaN(b)?NaN:.5)}function clamper(a,b){var t;
return a>b&&(t=a,a=b,b=t),function(x){return Math.max(a,Math.min(b,x))}}function bimap(domain,range2,interpolate2){var d0=domain[0],
d1=domain[1],r0=range2[0],r1=range2[1];return d1<d0?(d0=normalize(d1,d0),r0=interpolate2(r1,r0)):(d0=normalize(d0,d1),r0=
interpolate2(r0,r1)),function(x){return r0(d0(x))}}function polymap(domain,range2,interpolate2){var j=Math.min(domain.length,
range2.length)-1,d=new Array(j),r=new Array(j),i=-1;for(domain[j]<domain[0]&&(domain=domain.slice().reverse(),range2=range2.
slice().reverse());++i<j;)d[i]=normalize(domain[i],domain[i+1]),r[i]=interpolate2(range2[i],range2[i+1]);return function(x){
var i2=bisectRight(domain,x,1,j)-1;return r[i2](d[i2](x))}}function copy$1(source2,target2){return target2.domain(source2.
domain()).range(source2.range()).interpolate(source2.interpolate()).clamp(source2.clamp()).unknown(source2.unknown())}function transformer$2(){
var domain=unit,range2=unit,interpolate$1=value2,transform2,untransform,unknown,clamp=identity$1,piecewise2,output,input2;
function rescale(){var n=Math.min(domain.length,range2.length);return clamp!==identity$1&&(clamp=clamper(domain[0],domain[n-
1])),piecewise2=n>2?polymap:bimap,output=input2=null,scale}function scale(x){return x==null||isNaN(x=+x)?unknown:(output||
(output=piecewise2(domain.map(transform2),range2,interpolate$1)))(transform2(clamp(x)))}return scale.invert=function(y){
return clamp(untransform((input2||(input2=piecewise2(range2,domain.map(transform2),number)))(y)))},scale.domain=function(_){
return arguments.length?(domain=Array.from(_,number$1),rescale()):domain.slice()},scale.range=function(_){return arguments.
length?(range2=Array.from(_),rescale()):range2.slice()},scale.rangeRound=function(_){return range2=Array.from(_),interpolate$1=
round,rescale()},scale.clamp=function(_){return arguments.length?(clamp=_?!0:identity$1,rescale()):clamp!==identity$1},scale.
interpolate=function(_){return arguments.length?(interpolate$1=_,rescale()):interpolate$1},scale.unknown=function(_){return arguments.
length?(unknown=_,scale):unknown},function(t,u){return transform2=t,untransform=u,rescale()}}function continuous(){return transformer$2()(
identity$1,identity$1)}function nice(domain,interval){domain=domain.slice();var i0=0,i1=domain.length-1,x0=domain[i0],x1=domain[i1],t;return x1<
x0&&(t=i0,i0=i1,i1=t,t=x0,x0=x1,x1=t),domain[i0]=interval.floor(x0),domain[i1]=interval.ceil(x1),domain}function date3(t){return new Date(t)}function number3(t){return t instanceof Date?+t:Math.round(t)}function calendar(ticks2,tickInterval,year2,month,week,day,hour,minute,second2,format){
var scale=continuous(),invert=scale.invert,domain=scale.domain,formatMillisecond=format(".%L"),formatSecond=format(":%S"),
formatMinute=format("%I:%M"),formatHour=format("%I %p"),formatDay=format("%a %d"),formatWeek=format("%b %d"),formatMonth=format(
"%B"),formatYear2=format("%Y");function tickFormat(date4){return(second2(date4)<date4?formatMillisecond:minute(date4)<date4?
formatSecond:hour(date4)<date4?formatMinute:day(date4)<date4?formatHour:month(date4)<date4?week(date4)<date4?formatDay:formatWeek:
year2(date4)<date4?formatMonth:formatYear2)(date4)}return scale.invert=function(y){return new Date(Math.round(invert(y)))},
scale.domain=function(_){return arguments.length?domain(Array.from(_,number3)):domain().map(date3)},scale.ticks=function(interval){
var d=domain();return ticks2(d[0],d[d.length-1],interval??10)},scale.tickFormat=function(count2,specifier){return specifier==
null?tickFormat:format(specifier)},scale.nice=function(interval){var d=domain();return(!interval||typeof interval.range!=
"function")&&(interval=tickInterval(d[0],d[d.length-1],interval??10)),interval?domain(nice(d,interval)):scale},scale.copy=
function(){return copy$1(scale,calendar(ticks2,tickInterval,year2,month,week,day,hour,minute,second2,format))},scale}function utcTime(){return initRange.apply(calendar(utcTicks,utcTickInterval,utcYear,utcMonth,utcSunday,utcDay,utcHour,utcMinute,
second,utcFormat).domain([Date.UTC(2e3,0,1),Date.UTC(2e3,0,2)]),arguments)}var PAGE2=30,HIGH=3.75,DAY=864e5,CLOSE=4*366*DAY;function timeline(){let bar=filterbar(),below=h("div",{});return{title:"\
Timeline",element:h("div",{class:"wide"},h("h1",{tabindex:"-1"},"Timeline"),h("p",{class:"hint"},"One line for each orde\
r. A pale stretch is what the source leaves open: the day lies somewhere in it. An outcome stands where its account plac\
es it, not where it was published."),bar.element,below),update:({parameters})=>{let selection2=select2(parameters),orders2=[
...selection2.orders].sort((one2,other)=>start2(one2)-start2(other)||(one2<other?-1:1)),pages=Math.ceil(orders2.length/PAGE2),
page=paged(parameters,pages),shown4=orders2.slice((page-1)*PAGE2,page*PAGE2).map(id2=>timed(get("records",id2)));bar.show(
selection2,`${selection2.orders.size} reports of orders selected (${selection2.cases.size} different orders), ${shown4.length}\
 on this page.`),put(below,strip(parameters),legend2(),shown4.length?drawing(shown4):h("p",{class:"silence"},"No order f\
its these filters."),pager(page,pages,"Pages of the timeline"))}}}var ms=iso=>Date.parse(`${iso}T00:00:00Z`);function span(row,column,kind,words,extra={}){
let[first,last]=["min","max"].map(end=>ms(row?.[`${column}_${end}`]));return first<=last?{kind,first,last:last+DAY,sure:year(
row,column)!=="",words,...extra}:null}var starts=new Map;function start2(id2){if(!starts.has(id2)){let dates=[[get("orde\
rs",id2),"issued"],[get("orders",id2),"deadline"],[get("articles",get("records",id2).article_id),"published"]],[row,column]=dates.
find(([row2,column2])=>year(row2,column2))??[],at=ms(row?.[`${column}_min`]);starts.set(id2,Number.isNaN(at)?Number.MAX_VALUE:
at)}return starts.get(id2)}function timed(record){let row=get("orders",record.record_id),article2=get("articles",record.
article_id),marks=[span(article2,"published","published",`published ${date(article2,"published")}`),span(row,"issued","i\
ssued",`issued ${date(row,"issued")}`),span(row,"deadline","deadline",`deadline ${deadline(row)}`),...accounts(record).map(
each=>outcomeMark(each)),...told(record,"during","incident").map(each=>{let incident=get("incidents",each.record_id);return span(
incident,"date","incident",`${small("incident_type",incident.type)}, ${date(incident,"date")}`)})].filter(Boolean);return{
record,row,marks}}function outcomeMark(record){let row=get("outcomes",record.record_id),column=row.achieved?"achieved":"\
as_of",who=teller(record),grade2={met:"good",exceeded:"good",missed:"bad",nominal:"bad",not_started:"bad"}[row.status]??
"open";return span(row,column,"outcome",`${TELLERS[who].toLowerCase()}: ${outcome(row)}`,{who,grade:grade2})}function strip(parameters){
let years=[...select2(without(parameters,"year")).orders].map(id2=>published(get("records",id2).article_id)),known=years.
filter(Boolean).map(Number);if(!known.length)return null;let counts=new Map;for(let each of years)counts.set(each,(counts.
get(each)??0)+1);let most=Math.max(...counts.values()),all=Array.from({length:Math.max(...known)-Math.min(...known)+1},(_,at)=>String(
Math.min(...known)+at)),bar=(value3,words)=>{let number4=counts.get(value3)??0,chosen=parameters.get("year")===(value3||
"open"),to2=address("timeline","",{...Object.fromEntries(without(parameters,"page")),year:chosen?"":value3||"open"}),inside=[
h("span",{class:"bar",style:{height:`${(number4/most*HIGH).toFixed(2)}rem`}}),h("span",{class:"number"},number4||""),h("\
span",{class:"year"},words)];return h("li",{},number4?h("a",{href:to2,"aria-current":chosen?"true":null},inside):h("span",
{},inside))};return h("ol",{class:"strip","aria-label":"Reports of orders by year of the report",tabindex:"0"},all.map(each=>bar(
each,`’${each.slice(2)}`)),counts.has("")?bar("","open"):null)}function without(parameters,...keys){let left=new URLSearchParams(
parameters);return keys.forEach(key=>left.delete(key)),left}function legend2(){let one2=(kind,words,extra={})=>h("li",{},
s("svg",{viewBox:"-9 -9 18 18","aria-hidden":"true"},glyph({kind,...extra})),words),who=Object.entries(TELLERS).map(([key,
title])=>one2("outcome",title.toLowerCase(),{who:key,grade:"good"}));return h("ul",{class:"legend"},one2("issued","issue\
d"),one2("deadline","deadline, last possible day"),one2("published","published"),one2("incident","incident under way"),h(
"li",{class:"group"},"outcome reported by:"),who,one2("outcome","met or exceeded",{who:"others",grade:"good"}),one2("out\
come","missed or nominal",{who:"others",grade:"bad"}),one2("outcome","anything else",{who:"others",grade:"open"}))}function glyph({
kind,who="",grade:grade2=""}){let name=`glyph ${kind} ${who} ${grade2}`;return kind==="issued"?s("path",{class:name,d:"M\
-4,-4h8v8h-8z"}):kind==="deadline"?s("path",{class:name,d:"M0,-6.5L6,0L0,6.5L-6,0z"}):kind==="published"?s("path",{class:name,
d:"M0,-6V6"}):kind==="incident"?s("path",{class:name,d:"M0,-7V7M-6,-3.5L6,3.5M-6,3.5L6,-3.5"}):grade2==="bad"?s("g",{class:name},
s("circle",{r:5}),s("path",{d:"M-3,-3L3,3M-3,3L3,-3"})):s("circle",{class:name,r:5})}function drawing(orders2){let sure=orders2.
flatMap(order2=>order2.marks.filter(each=>each.sure)),all=sure.length?sure:orders2.flatMap(order2=>order2.marks),[first,
last]=[Math.min(...all.map(each=>each.first)),Math.max(...all.map(each=>each.last))],margin=Math.max(20*DAY,(last-first)*
.04),scale=utcTime().domain([first-margin,last+margin]).range([0,100]).clamp(!0),ground2=background(scale);return h("fig\
ure",{class:"timeline"},h("div",{class:"axis","aria-hidden":"true"},h("span",{}),h("div",{class:"cell"},axis(scale,ground2))),
h("ol",{class:"lines"},orders2.map(order2=>line3(order2,scale,ground2))),ground2.length?h("figcaption",{},"In the backgr\
ound: ",[...new Map(ground2.map(each=>[each.name,each.words])).values()].join("; "),"."):null)}function background(scale){
let[from,until]=scale.domain().map(Number),found2=rows("calendar").filter(row=>row.span_min&&row.span_max&&ms(row.span_max)>=
from&&ms(row.span_min)<=until).map(row=>({name:row.name,first:ms(row.span_min),last:ms(row.span_max)+DAY,words:`${row.name}\
 (${plain(row.span_min)} to ${plain(row.span_max)})`}));if(until-from>CLOSE)return found2;let years=Array.from({length:new Date(
until).getUTCFullYear()-new Date(from).getUTCFullYear()+1},(_,at)=>new Date(from).getUTCFullYear()+at),days=rows("calend\
ar").filter(row=>row.monthday).flatMap(row=>years.map(each=>({name:row.name,first:ms(`${each}-${row.monthday}`),words:`${row.
name} (${plain(`0000-${row.monthday}`).replace(/ 0*$/,"")})`})));return[...found2,...days.filter(each=>each.first>=from&&
each.first<=until)]}var percent=number4=>`${number4.toFixed(2)}%`;function ground(scale,held){return held.map(each=>each.
last?s("rect",{class:"band",x:percent(scale(each.first)),y:0,width:percent(Math.max(.15,scale(each.last)-scale(each.first))),
height:"100%"},s("title",{},each.words)):s("line",{class:"day",x1:percent(scale(each.first)),x2:percent(scale(each.first)),
y1:0,y2:"100%"},s("title",{},each.words)))}function axis(scale,held){let format=scale.tickFormat(8),words=(at,first)=>first&&
!/\d{4}/.test(format(at))?`${format(at)} ${at.getUTCFullYear()}`:format(at),tick=(at,number4)=>s("text",{x:percent(scale(
at)),y:14},words(at,number4===0));return s("svg",{class:"row"},ground(scale,held),scale.ticks(8).map(tick))}function line3(order2,scale,held){
let{record,row,marks}=order2,from=marks.find(each=>each.kind==="issued"),due=marks.find(each=>each.kind==="deadline"),known=marks.
map(each=>each.words).join("; "),width=each=>Math.max(.2,scale(each.last)-scale(each.first)),svg=s("svg",{class:"row","a\
ria-hidden":"true"},ground(scale,held),from&&due?s("line",{class:"given",x1:percent(scale(from.first)),x2:percent(scale(
due.last)),y1:"50%",y2:"50%"}):null,marks.filter(each=>each.last-each.first>DAY).map(each=>s("rect",{class:`open ${each.
kind} ${each.who??""}`,x:percent(scale(each.first)),y:"28%",width:percent(width(each)),height:"44%"},s("title",{},each.words))),
marks.filter(each=>each.sure).map(each=>s("svg",{x:percent(scale(place2(each))),y:"50%",class:"at"},glyph(each),s("title",
{},each.words)))),text=`${label("action",row.action)}: ${names(record.record_id,"addressee")}`;return h("li",{},h("div",
{class:"what"},link(address("order",record.record_id),text),h("span",{class:"unseen"},`; ${known||"no date is known"}`)),
h("div",{class:"cell"},svg))}var place2=({kind,first,last})=>kind==="deadline"?last-DAY/2:(first+last)/2;var VIEWS={overview,map,timeline,tables,order,facility,article,search},NAVIGATION={overview:"Overview",map:"Map",timeline:"\
Timeline",tables:"Tables"},SHARING=new Set(["map","timeline","tables"]),NAME="DPRK Industry",main=document.getElementById(
"main"),shown3={key:null,view:null};function show3(){let route=parse(location.hash),key=`${route.view}/${route.id}`;SHARING.
has(route.view)&&remember(route.parameters),(key!==shown3.key||!shown3.view.update)&&open2(route,key),shown3.view.update?.(
route),navigation(route.view)}function open2(route,key){let first=shown3.key===null,view=Object.hasOwn(VIEWS,route.view)&&
VIEWS[route.view](route)||missing();shown3={key,view},document.title=`${view.title} · ${NAME}`,put(main,view.element),!view.
shown?.()&&(scrollTo(0,0),first||main.querySelector("h1").focus({preventScroll:!0}))}var missing=()=>({title:"Nothing he\
re",element:h("div",{class:"page"},h("h1",{tabindex:"-1"},"Nothing here"),h("p",{},"No page of this version has this add\
ress. An id may have been withdrawn: see the table ",link(address("tables","retired"),"retired"),"."))});function navigation(current){
let item=([view,words])=>h("a",{href:address(view,"",SHARING.has(view)?remembered():{}),"aria-current":view===current?"p\
age":null},words);put(document.getElementById("nav"),Object.entries(NAVIGATION).map(item))}function frame3(){let find3=h(
"input",{type:"search",id:"search","aria-label":"Search plants, orders and articles",placeholder:"Plant, article, 공장"});
find3.addEventListener("keydown",event=>{event.key==="Enter"&&!event.isComposing&&find3.value.trim()&&(location.hash=address(
"search","",{q:find3.value.trim()}))}),put(document.getElementById("head"),h("a",{class:"name",href:address("overview")},
NAME),h("nav",{id:"nav","aria-label":"Views"}),h("div",{role:"search"},find3),theme());let[licence]=about.licenses??[];put(
document.getElementById("foot"),h("p",{},`Version ${about.version}. `,link(address("overview","",{at:"cite"}),"How to ci\
te"),". ",licence&&["Data: ",outward(licence.path,licence.name),". "],"No article text is stored; each record names the \
paragraphs on which it stands."))}document.querySelector(".skip").addEventListener("click",event=>{event.preventDefault(),
main.focus()});frame3();watch();addEventListener("hashchange",show3);show3();document.documentElement.dataset.ready="tru\
e";performance.mark("ready");})();
