// Made by scripts/validators.ts from the schema of this folder: do not edit.
var P=(o,i)=>()=>(i||o((i={exports:{}}).exports,i),i.exports);var k=P(y=>{"use strict";Object.defineProperty(y,"__esModule",{value:!0});function w(o){let i=o.length,e=0,n=0,r;for(;n<i;)e++,r=o.charCodeAt(n++),r>=55296&&r<=
56319&&n<i&&(r=o.charCodeAt(n),(r&64512)===56320&&n++);return e}y.default=w;w.code='require("ajv/dist/runtime/ucs2length").default'});var I=O,A={type:"object",additionalProperties:!1,properties:{$schema:{type:"string"},dialect:{enum:["aliyun","rocketmq","aws"]},format:{enum:["human","compact",
"json","junit","sarif","github","gitlab","tap","markdown","html","dot"]},allowOutside:{$ref:"#/$defs/shared1"},failOn:{enum:["error","warning","info"]},maxWarnings:{
type:"integer",minimum:0},failOnSkipped:{$ref:"#/$defs/shared2"},severities:{type:"object",additionalProperties:!1,properties:{},patternProperties:{"^(?:not-jso\
n-value|too-deep|body-too-large|stream-not-object|json-in-string|wrong-type|missing-member|no-endpoint|several-endpoints|only-on-openapi-v2|value-not-in-set|val\
ue-out-of-range|text-too-long|too-many-items|invalid-name|underscore-in-name|capacity-order|offset-without-timestamp|network-without-vpc|constant-not-in-set|tem\
plate-missing|template-unused|template-name-undefined|value-not-json-path|value-not-text|unknown-member|update-without-pattern|long-body|filter-pattern|pattern-\
into-text-body|empty-text|invalid-json|too-large|pattern-in-string|pattern-not-object|duplicate-name|unknown-key|foreign-key|attribute-not-array|data-not-object\
|field-not-array|empty-object|empty-conditions|nested-array|unreadable-name|path-as-name|empty-condition|unknown-operator|foreign-operator|operator-as-field|uns\
upported-operator|undocumented-operator|combined-operators|uncombinable-operator|operand-type|empty-operand|anything-but-list-item|anything-but-empty-list|anyth\
ing-but-inner|numeric-length|numeric-comparison|numeric-number|numeric-range|numeric-precision|number-text|cidr-syntax|cidr-ipv6|cidr-host-bits|duplicate-condit\
ion|never-matches|redundant-condition|field-always-holds|alternatives-cover-all|literal-wildcard|text-attribute|service-source|matches-everything|many-operators\
|long-pattern|or-not-branches|operator-in-branch|or-as-name|too-many-combinations|too-many-paths|path-twice|empty-name|absence-order|engine-accident|complex-wil\
dcards|wildcard-syntax|affix-inner|anything-but-kind|numeric-order|number-not-comparable|number-beyond-double|number-undocumented|address-literal|block-syntax|u\
ndocumented-condition|invalid-yaml|yaml-number|yaml-word)$":{$ref:"#/$defs/shared3"}}},baseline:{$ref:"#/$defs/shared4"},test:{type:"object",additionalProperties:!1,
properties:{strictDialects:{$ref:"#/$defs/shared2"},bail:{type:["boolean","integer"],minimum:1},shuffle:{type:["string","number"]},coverage:{type:"object",additionalProperties:!1,
properties:{of:{$ref:"#/$defs/shared0"},threshold:{$ref:"#/$defs/shared5"}}},mutation:{type:"object",additionalProperties:!1,properties:{threshold:{$ref:"#/$def\
s/shared5"}}}}},stream:{type:"object",additionalProperties:!1,properties:{auth:{enum:["access-key","bearer"]},retries:{type:["string","number"],minimum:0,maximum:100,
multipleOf:1},price:{type:["string","number"],minimum:0}},patternProperties:{"^(?:accountId|region|endpoint|insecureHttp|transport)$":{$ref:"#/$defs/shared1"},"\
^(?:timeout|interval)$":{$ref:"#/$defs/shared6"}}}},$id:"config",$defs:{shared0:{type:"array",items:{type:"string",minLength:1},uniqueItems:!0},shared1:{not:{}},
shared2:{type:"boolean"},shared3:{enum:["off","info","warning","error"]},shared4:{type:"string",minLength:1},shared5:{type:"number",minimum:0,maximum:100},shared6:{
type:["string","number"],exclusiveMinimum:0}},patternProperties:{"^(?:extensions|output|files|patterns|ignore)$":{$ref:"#/$defs/shared0"}}},E=Object.prototype.hasOwnProperty,
v=new RegExp("^(?:extensions|output|files|patterns|ignore)$","u"),x=new RegExp("^(?:not-json-value|too-deep|body-too-large|stream-not-object|json-in-string|wron\
g-type|missing-member|no-endpoint|several-endpoints|only-on-openapi-v2|value-not-in-set|value-out-of-range|text-too-long|too-many-items|invalid-name|underscore-\
in-name|capacity-order|offset-without-timestamp|network-without-vpc|constant-not-in-set|template-missing|template-unused|template-name-undefined|value-not-json-\
path|value-not-text|unknown-member|update-without-pattern|long-body|filter-pattern|pattern-into-text-body|empty-text|invalid-json|too-large|pattern-in-string|pa\
ttern-not-object|duplicate-name|unknown-key|foreign-key|attribute-not-array|data-not-object|field-not-array|empty-object|empty-conditions|nested-array|unreadabl\
e-name|path-as-name|empty-condition|unknown-operator|foreign-operator|operator-as-field|unsupported-operator|undocumented-operator|combined-operators|uncombinab\
le-operator|operand-type|empty-operand|anything-but-list-item|anything-but-empty-list|anything-but-inner|numeric-length|numeric-comparison|numeric-number|numeri\
c-range|numeric-precision|number-text|cidr-syntax|cidr-ipv6|cidr-host-bits|duplicate-condition|never-matches|redundant-condition|field-always-holds|alternatives\
-cover-all|literal-wildcard|text-attribute|service-source|matches-everything|many-operators|long-pattern|or-not-branches|operator-in-branch|or-as-name|too-many-\
combinations|too-many-paths|path-twice|empty-name|absence-order|engine-accident|complex-wildcards|wildcard-syntax|affix-inner|anything-but-kind|numeric-order|nu\
mber-not-comparable|number-beyond-double|number-undocumented|address-literal|block-syntax|undocumented-condition|invalid-yaml|yaml-number|yaml-word)$","u"),j=new RegExp(
"^(?:accountId|region|endpoint|insecureHttp|transport)$","u"),$=new RegExp("^(?:timeout|interval)$","u");function m(o,{instancePath:i=""}={}){let e=null,n=0,r={instancePath:i,keyword:"not",params:{}};return e===null?e=[r]:e.push(r),n++,m.errors=e,n===0}function f(o,{instancePath:i=""}={}){let e=null,n=0;if(typeof o!="boolean"){let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),n++}return f.
errors=e,n===0}function h(o,{instancePath:i=""}={}){let e=null,n=0;if(!(o==="off"||o==="info"||o==="warning"||o==="error")){let r={instancePath:i,keyword:"enum",params:{}};e===
null?e=[r]:e.push(r),n++}return h.errors=e,n===0}var N=k().default;function b(o,{instancePath:i=""}={}){let e=null,n=0;if(typeof o=="string"){if(N(o)<1){let r={instancePath:i,keyword:"minLength",params:{limit:1}};
e===null?e=[r]:e.push(r),n++}}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),n++}return b.errors=e,n===0}function d(o,{instancePath:i=""}={}){let e=null,n=0;if(Array.isArray(o)){let r=o.length;for(let a=0;a<r;a++){let p=o[a];if(typeof p=="string"){if(N(p)<1){let u={
instancePath:i+"/"+a,keyword:"minLength",params:{limit:1}};e===null?e=[u]:e.push(u),n++}}else{let u={instancePath:i+"/"+a,keyword:"type",params:{}};e===null?e=[
u]:e.push(u),n++}}let t=o.length,s;if(t>1){let a={};for(;t--;){let p=o[t];if(typeof p=="string"){if(typeof a[p]=="number"){s=a[p];let u={instancePath:i,keyword:"\
uniqueItems",params:{i:t,j:s}};e===null?e=[u]:e.push(u),n++;break}a[p]=t}}}}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),n++}return d.
errors=e,n===0}function c(o,{instancePath:i=""}={}){let e=null,n=0;if(typeof o=="number"&&isFinite(o)){if(o>100||isNaN(o)){let r={instancePath:i,keyword:"maximum",params:{comparison:"\
<=",limit:100}};e===null?e=[r]:e.push(r),n++}if(o<0||isNaN(o)){let r={instancePath:i,keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[r]:e.push(r),
n++}}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),n++}return c.errors=e,n===0}function g(o,{instancePath:i=""}={}){let e=null,n=0;if(typeof o!="string"&&!(typeof o=="number"&&isFinite(o))){let r={instancePath:i,keyword:"type",params:{}};e===
null?e=[r]:e.push(r),n++}if(typeof o=="number"&&isFinite(o)&&(o<=0||isNaN(o))){let r={instancePath:i,keyword:"exclusiveMinimum",params:{comparison:">",limit:0}};
e===null?e=[r]:e.push(r),n++}return g.errors=e,n===0}function O(o,{instancePath:i=""}={}){let e=null,n=0;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let r in o)
if(!(E.call(A.properties,r)||v.test(r))){let t={instancePath:i,keyword:"additionalProperties",params:{additionalProperty:r}};e===null?e=[t]:e.push(t),n++}if(o.$schema!==
void 0&&typeof o.$schema!="string"){let r={instancePath:i+"/$schema",keyword:"type",params:{}};e===null?e=[r]:e.push(r),n++}if(o.dialect!==void 0){let r=o.dialect;
if(!(r==="aliyun"||r==="rocketmq"||r==="aws")){let t={instancePath:i+"/dialect",keyword:"enum",params:{}};e===null?e=[t]:e.push(t),n++}}if(o.format!==void 0){let r=o.
format;if(!(r==="human"||r==="compact"||r==="json"||r==="junit"||r==="sarif"||r==="github"||r==="gitlab"||r==="tap"||r==="markdown"||r==="html"||r==="dot")){let t={
instancePath:i+"/format",keyword:"enum",params:{}};e===null?e=[t]:e.push(t),n++}}if(o.allowOutside!==void 0&&(m(o.allowOutside,{instancePath:i+"/allowOutside"})||
(e=l(e,m.errors),n=e.length)),o.failOn!==void 0){let r=o.failOn;if(!(r==="error"||r==="warning"||r==="info")){let t={instancePath:i+"/failOn",keyword:"enum",params:{}};
e===null?e=[t]:e.push(t),n++}}if(o.maxWarnings!==void 0){let r=o.maxWarnings;if(!(typeof r=="number"&&!(r%1)&&!isNaN(r)&&isFinite(r))){let t={instancePath:i+"/m\
axWarnings",keyword:"type",params:{}};e===null?e=[t]:e.push(t),n++}if(typeof r=="number"&&isFinite(r)&&(r<0||isNaN(r))){let t={instancePath:i+"/maxWarnings",keyword:"\
minimum",params:{comparison:">=",limit:0}};e===null?e=[t]:e.push(t),n++}}if(o.failOnSkipped!==void 0&&(f(o.failOnSkipped,{instancePath:i+"/failOnSkipped"})||(e=
l(e,f.errors),n=e.length)),o.severities!==void 0){let r=o.severities;if(r&&typeof r=="object"&&!Array.isArray(r)){for(let t in r)if(!x.test(t)){let s={instancePath:i+
"/severities",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),n++}for(let t in r)x.test(t)&&(h(r[t],{instancePath:i+"/sev\
erities/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=l(e,h.errors),n=e.length))}else{let t={instancePath:i+"/severities",keyword:"type",params:{}};e===null?
e=[t]:e.push(t),n++}}if(o.baseline!==void 0&&(b(o.baseline,{instancePath:i+"/baseline"})||(e=l(e,b.errors),n=e.length)),o.test!==void 0){let r=o.test;if(r&&typeof r==
"object"&&!Array.isArray(r)){for(let t in r)if(!(t==="strictDialects"||t==="bail"||t==="shuffle"||t==="coverage"||t==="mutation")){let s={instancePath:i+"/test",
keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),n++}if(r.strictDialects!==void 0&&(f(r.strictDialects,{instancePath:i+"/t\
est/strictDialects"})||(e=l(e,f.errors),n=e.length)),r.bail!==void 0){let t=r.bail;if(typeof t!="boolean"&&!(typeof t=="number"&&!(t%1)&&!isNaN(t)&&isFinite(t))){
let s={instancePath:i+"/test/bail",keyword:"type",params:{}};e===null?e=[s]:e.push(s),n++}if(typeof t=="number"&&isFinite(t)&&(t<1||isNaN(t))){let s={instancePath:i+
"/test/bail",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[s]:e.push(s),n++}}if(r.shuffle!==void 0){let t=r.shuffle;if(typeof t!="string"&&!(typeof t==
"number"&&isFinite(t))){let s={instancePath:i+"/test/shuffle",keyword:"type",params:{}};e===null?e=[s]:e.push(s),n++}}if(r.coverage!==void 0){let t=r.coverage;if(t&&
typeof t=="object"&&!Array.isArray(t)){for(let s in t)if(!(s==="of"||s==="threshold")){let a={instancePath:i+"/test/coverage",keyword:"additionalProperties",params:{
additionalProperty:s}};e===null?e=[a]:e.push(a),n++}t.of!==void 0&&(d(t.of,{instancePath:i+"/test/coverage/of"})||(e=l(e,d.errors),n=e.length)),t.threshold!==void 0&&
(c(t.threshold,{instancePath:i+"/test/coverage/threshold"})||(e=l(e,c.errors),n=e.length))}else{let s={instancePath:i+"/test/coverage",keyword:"type",params:{}};
e===null?e=[s]:e.push(s),n++}}if(r.mutation!==void 0){let t=r.mutation;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let s in t)if(s!=="threshold"){let a={instancePath:i+
"/test/mutation",keyword:"additionalProperties",params:{additionalProperty:s}};e===null?e=[a]:e.push(a),n++}t.threshold!==void 0&&(c(t.threshold,{instancePath:i+
"/test/mutation/threshold"})||(e=l(e,c.errors),n=e.length))}else{let s={instancePath:i+"/test/mutation",keyword:"type",params:{}};e===null?e=[s]:e.push(s),n++}}}else{
let t={instancePath:i+"/test",keyword:"type",params:{}};e===null?e=[t]:e.push(t),n++}}if(o.stream!==void 0){let r=o.stream;if(r&&typeof r=="object"&&!Array.isArray(
r)){for(let t in r)if(!(t==="auth"||t==="retries"||t==="price"||j.test(t)||$.test(t))){let s={instancePath:i+"/stream",keyword:"additionalProperties",params:{additionalProperty:t}};
e===null?e=[s]:e.push(s),n++}if(r.auth!==void 0){let t=r.auth;if(!(t==="access-key"||t==="bearer")){let s={instancePath:i+"/stream/auth",keyword:"enum",params:{}};
e===null?e=[s]:e.push(s),n++}}if(r.retries!==void 0){let t=r.retries;if(typeof t!="string"&&!(typeof t=="number"&&isFinite(t))){let s={instancePath:i+"/stream/r\
etries",keyword:"type",params:{}};e===null?e=[s]:e.push(s),n++}if(typeof t=="number"&&isFinite(t)){if(t>100||isNaN(t)){let a={instancePath:i+"/stream/retries",keyword:"\
maximum",params:{comparison:"<=",limit:100}};e===null?e=[a]:e.push(a),n++}if(t<0||isNaN(t)){let a={instancePath:i+"/stream/retries",keyword:"minimum",params:{comparison:"\
>=",limit:0}};e===null?e=[a]:e.push(a),n++}let s;if(s=t/1,s!==parseInt(s)){let a={instancePath:i+"/stream/retries",keyword:"multipleOf",params:{multipleOf:1}};e===
null?e=[a]:e.push(a),n++}}}if(r.price!==void 0){let t=r.price;if(typeof t!="string"&&!(typeof t=="number"&&isFinite(t))){let s={instancePath:i+"/stream/price",keyword:"\
type",params:{}};e===null?e=[s]:e.push(s),n++}if(typeof t=="number"&&isFinite(t)&&(t<0||isNaN(t))){let s={instancePath:i+"/stream/price",keyword:"minimum",params:{
comparison:">=",limit:0}};e===null?e=[s]:e.push(s),n++}}for(let t in r)j.test(t)&&(m(r[t],{instancePath:i+"/stream/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||
(e=l(e,m.errors),n=e.length));for(let t in r)$.test(t)&&(g(r[t],{instancePath:i+"/stream/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=l(e,g.errors),n=e.length))}else{
let t={instancePath:i+"/stream",keyword:"type",params:{}};e===null?e=[t]:e.push(t),n++}}for(let r in o)v.test(r)&&(d(o[r],{instancePath:i+"/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")})||(e=l(e,d.errors),n=e.length))}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),n++}return O.errors=e,n===0}function l(o,i){
if(o===null)return i;for(let e of i)o.push(e);return o}export{I as config};
