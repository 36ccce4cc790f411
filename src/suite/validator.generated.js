// Made by scripts/validators.ts from the schema of this folder: do not edit.
var R=(o,i)=>()=>(i||o((i={exports:{}}).exports,i),i.exports);var x=R(b=>{"use strict";Object.defineProperty(b,"__esModule",{value:!0});function $(o){let i=o.length,e=0,s=0,r;for(;s<i;)e++,r=o.charCodeAt(s++),r>=55296&&r<=
56319&&s<i&&(r=o.charCodeAt(s),(r&64512)===56320&&s++);return e}b.default=$;$.code='require("ajv/dist/runtime/ucs2length").default'});var M=L;var A=new RegExp("^(?:pattern|base)$","u"),I=new RegExp("^(?:name|skip)$","u"),q=new RegExp("^(?:remove|fails)$","u"),P=new RegExp("^(?:match|only)$","u"),E=new RegExp(
"^(?:includes|excludes)$","u"),g=x().default;function m(o,{instancePath:i=""}={}){let e=null,s=0;if(!(o&&typeof o=="object"&&!Array.isArray(o))&&typeof o!="string"){let r={instancePath:i,keyword:"type",params:{}};
e===null?e=[r]:e.push(r),s++}return m.errors=e,s===0}function h(o,{instancePath:i=""}={}){let e=null,s=0;if(typeof o=="string"){if(g(o)<1){let r={instancePath:i,keyword:"minLength",params:{limit:1}};e===null?e=[r]:
e.push(r),s++}}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}return h.errors=e,s===0}function k(o,{instancePath:i=""}={}){let e=null,s=0;if(Array.isArray(o)){let r=o.length;for(let l=0;l<r;l++){let n=o[l];if(typeof n=="string"){if(g(n)<1){let t={
instancePath:i+"/"+l,keyword:"minLength",params:{limit:1}};e===null?e=[t]:e.push(t),s++}}else{let t={instancePath:i+"/"+l,keyword:"type",params:{}};e===null?e=[
t]:e.push(t),s++}}let a=o.length,p;if(a>1){let l={};for(;a--;){let n=o[a];if(typeof n=="string"){if(typeof l[n]=="number"){p=l[n];let t={instancePath:i,keyword:"\
uniqueItems",params:{i:a,j:p}};e===null?e=[t]:e.push(t),s++;break}l[n]=a}}}}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}return k.
errors=e,s===0}var O=new RegExp("^(/.*)?$","u");function w(o,{instancePath:i=""}={}){let e=null,s=0;if(Array.isArray(o)){if(o.length<1){let l={instancePath:i,keyword:"minItems",
params:{limit:1}};e===null?e=[l]:e.push(l),s++}let r=o.length;for(let l=0;l<r;l++){let n=o[l];if(typeof n=="string"){if(!O.test(n)){let t={instancePath:i+"/"+l,
keyword:"pattern",params:{}};e===null?e=[t]:e.push(t),s++}}else{let t={instancePath:i+"/"+l,keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}let a=o.length,
p;if(a>1){let l={};for(;a--;){let n=o[a];if(typeof n=="string"){if(typeof l[n]=="number"){p=l[n];let t={instancePath:i,keyword:"uniqueItems",params:{i:a,j:p}};e===
null?e=[t]:e.push(t),s++;break}l[n]=a}}}}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}return w.errors=e,s===0}function v(o,{instancePath:i=""}={}){let e=null,s=0;if(typeof o!="boolean"){let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}return v.
errors=e,s===0}function L(o,{instancePath:i=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let r in o)if(!(r==="$schema"||r==="patterns"||
r==="dialect"||r==="extensions"||r==="tests"||r==="invalid"||A.test(r))){let a={instancePath:i,keyword:"additionalProperties",params:{additionalProperty:r}};e===
null?e=[a]:e.push(a),s++}if(o.$schema!==void 0&&typeof o.$schema!="string"){let r={instancePath:i+"/$schema",keyword:"type",params:{}};e===null?e=[r]:e.push(r),
s++}if(o.patterns!==void 0){let r=o.patterns;if(!(r&&typeof r=="object"&&!Array.isArray(r))&&typeof r!="string"){let a={instancePath:i+"/patterns",keyword:"type",
params:{}};e===null?e=[a]:e.push(a),s++}if(typeof r=="string"&&g(r)<1){let a={instancePath:i+"/patterns",keyword:"minLength",params:{limit:1}};e===null?e=[a]:e.
push(a),s++}if(r&&typeof r=="object"&&!Array.isArray(r)){if(Object.keys(r).length<1){let a={instancePath:i+"/patterns",keyword:"minProperties",params:{limit:1}};
e===null?e=[a]:e.push(a),s++}for(let a in r)m(r[a],{instancePath:i+"/patterns/"+a.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=d(e,m.errors),s=e.length)}}if(o.dialect!==
void 0){let r=o.dialect;if(!(r==="aliyun"||r==="rocketmq"||r==="aws")){let a={instancePath:i+"/dialect",keyword:"enum",params:{}};e===null?e=[a]:e.push(a),s++}}
if(o.extensions!==void 0){let r=o.extensions;if(Array.isArray(r)){let a=r.length;for(let p=0;p<a;p++)h(r[p],{instancePath:i+"/extensions/"+p})||(e=d(e,h.errors),
s=e.length)}else{let a={instancePath:i+"/extensions",keyword:"type",params:{}};e===null?e=[a]:e.push(a),s++}}if(o.tests!==void 0){let r=o.tests;if(Array.isArray(
r)){if(r.length<1){let p={instancePath:i+"/tests",keyword:"minItems",params:{limit:1}};e===null?e=[p]:e.push(p),s++}let a=r.length;for(let p=0;p<a;p++){let l=r[p];
if(l&&typeof l=="object"&&!Array.isArray(l)){if(l.name===void 0){let n={instancePath:i+"/tests/"+p,keyword:"required",params:{missingProperty:"name"}};e===null?
e=[n]:e.push(n),s++}for(let n in l)if(!(n==="event"||n==="with"||n==="routes"||n==="each"||I.test(n)||q.test(n)||P.test(n))){let t={instancePath:i+"/tests/"+p,keyword:"\
additionalProperties",params:{additionalProperty:n}};e===null?e=[t]:e.push(t),s++}if(l.event!==void 0&&(m(l.event,{instancePath:i+"/tests/"+p+"/event"})||(e=d(e,
m.errors),s=e.length)),l.with!==void 0){let n=l.with;if(!(n&&typeof n=="object"&&!Array.isArray(n))){let t={instancePath:i+"/tests/"+p+"/with",keyword:"type",params:{}};
e===null?e=[t]:e.push(t),s++}}if(l.routes!==void 0){let n=l.routes;if(!n||typeof n!="object"){let t={instancePath:i+"/tests/"+p+"/routes",keyword:"type",params:{}};
e===null?e=[t]:e.push(t),s++}if(Array.isArray(n)){let t=n.length;for(let c=0;c<t;c++){let y=n[c];if(typeof y=="string"){if(g(y)<1){let f={instancePath:i+"/tests\
/"+p+"/routes/"+c,keyword:"minLength",params:{limit:1}};e===null?e=[f]:e.push(f),s++}}else{let f={instancePath:i+"/tests/"+p+"/routes/"+c,keyword:"type",params:{}};
e===null?e=[f]:e.push(f),s++}}let u=n.length,j;if(u>1){let c={};for(;u--;){let y=n[u];if(typeof y=="string"){if(typeof c[y]=="number"){j=c[y];let f={instancePath:i+
"/tests/"+p+"/routes",keyword:"uniqueItems",params:{i:u,j}};e===null?e=[f]:e.push(f),s++;break}c[y]=u}}}}if(n&&typeof n=="object"&&!Array.isArray(n)){if(Object.
keys(n).length<1){let t={instancePath:i+"/tests/"+p+"/routes",keyword:"minProperties",params:{limit:1}};e===null?e=[t]:e.push(t),s++}for(let t in n)if(!E.test(t)){
let u={instancePath:i+"/tests/"+p+"/routes",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[u]:e.push(u),s++}for(let t in n)E.test(t)&&
(k(n[t],{instancePath:i+"/tests/"+p+"/routes/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=d(e,k.errors),s=e.length))}}for(let n in l)I.test(n)&&(h(l[n],{instancePath:i+
"/tests/"+p+"/"+n.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=d(e,h.errors),s=e.length));for(let n in l)q.test(n)&&(w(l[n],{instancePath:i+"/tests/"+p+"/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")})||(e=d(e,w.errors),s=e.length));for(let n in l)P.test(n)&&(v(l[n],{instancePath:i+"/tests/"+p+"/"+n.replace(/~/g,"~0").replace(/\//g,
"~1")})||(e=d(e,v.errors),s=e.length))}else{let n={instancePath:i+"/tests/"+p,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}}}else{let a={instancePath:i+
"/tests",keyword:"type",params:{}};e===null?e=[a]:e.push(a),s++}}if(o.invalid!==void 0){let r=o.invalid;if(Array.isArray(r)){if(r.length<1){let n={instancePath:i+
"/invalid",keyword:"minItems",params:{limit:1}};e===null?e=[n]:e.push(n),s++}let a=r.length;for(let n=0;n<a;n++){let t=r[n];if(typeof t!="string"){let u={instancePath:i+
"/invalid/"+n,keyword:"type",params:{}};e===null?e=[u]:e.push(u),s++}if(!(t==="empty-text"||t==="invalid-json"||t==="too-deep"||t==="too-large"||t==="not-json-v\
alue"||t==="pattern-in-string"||t==="pattern-not-object"||t==="duplicate-name"||t==="unknown-key"||t==="foreign-key"||t==="attribute-not-array"||t==="data-not-o\
bject"||t==="field-not-array"||t==="empty-object"||t==="empty-conditions"||t==="nested-array"||t==="unreadable-name"||t==="path-as-name"||t==="empty-condition"||
t==="unknown-operator"||t==="foreign-operator"||t==="operator-as-field"||t==="unsupported-operator"||t==="undocumented-operator"||t==="combined-operators"||t===
"uncombinable-operator"||t==="operand-type"||t==="empty-operand"||t==="anything-but-list-item"||t==="anything-but-empty-list"||t==="anything-but-inner"||t==="nu\
meric-length"||t==="numeric-comparison"||t==="numeric-number"||t==="numeric-range"||t==="numeric-precision"||t==="number-text"||t==="cidr-syntax"||t==="cidr-ipv\
6"||t==="cidr-host-bits"||t==="duplicate-condition"||t==="never-matches"||t==="redundant-condition"||t==="field-always-holds"||t==="alternatives-cover-all"||t===
"literal-wildcard"||t==="text-attribute"||t==="service-source"||t==="matches-everything"||t==="many-operators"||t==="long-pattern"||t==="or-not-branches"||t==="\
operator-in-branch"||t==="or-as-name"||t==="too-many-combinations"||t==="too-many-paths"||t==="path-twice"||t==="empty-name"||t==="absence-order"||t==="engine-a\
ccident"||t==="complex-wildcards"||t==="wildcard-syntax"||t==="affix-inner"||t==="anything-but-kind"||t==="numeric-order"||t==="number-not-comparable"||t==="num\
ber-beyond-double"||t==="number-undocumented"||t==="address-literal"||t==="block-syntax"||t==="undocumented-condition")){let u={instancePath:i+"/invalid/"+n,keyword:"\
enum",params:{}};e===null?e=[u]:e.push(u),s++}}let p=r.length,l;if(p>1){let n={};for(;p--;){let t=r[p];if(typeof t=="string"){if(typeof n[t]=="number"){l=n[t];let u={
instancePath:i+"/invalid",keyword:"uniqueItems",params:{i:p,j:l}};e===null?e=[u]:e.push(u),s++;break}n[t]=p}}}}else{let a={instancePath:i+"/invalid",keyword:"ty\
pe",params:{}};e===null?e=[a]:e.push(a),s++}}for(let r in o)A.test(r)&&(m(o[r],{instancePath:i+"/"+r.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=d(e,m.errors),
s=e.length))}else{let r={instancePath:i,keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}return L.errors=e,s===0}function d(o,i){if(o===null)return i;for(let e of i)
o.push(e);return o}export{M as suite};
