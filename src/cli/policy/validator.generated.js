// Made by scripts/validators.ts from the schema of this folder: do not edit.
var y=a;var d=new RegExp("^(?:file|address|pointer|code)$","u");function u(o,{instancePath:n=""}={}){let e=null,s=0;if(typeof o!="string"){let i={instancePath:n,keyword:"type",params:{}};e===null?e=[i]:e.push(i),s++}return u.
errors=e,s===0}function a(o,{instancePath:n=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.version===void 0){let i={instancePath:n,keyword:"\
required",params:{missingProperty:"version"}};e===null?e=[i]:e.push(i),s++}if(o.findings===void 0){let i={instancePath:n,keyword:"required",params:{missingProperty:"\
findings"}};e===null?e=[i]:e.push(i),s++}for(let i in o)if(!(i==="version"||i==="findings")){let p={instancePath:n,keyword:"additionalProperties",params:{additionalProperty:i}};
e===null?e=[p]:e.push(p),s++}if(o.version!==void 0&&o.version!==1){let i={instancePath:n+"/version",keyword:"enum",params:{}};e===null?e=[i]:e.push(i),s++}if(o.
findings!==void 0){let i=o.findings;if(Array.isArray(i)){let p=i.length;for(let t=0;t<p;t++){let f=i[t];if(f&&typeof f=="object"&&!Array.isArray(f)){if(f.file===
void 0){let r={instancePath:n+"/findings/"+t,keyword:"required",params:{missingProperty:"file"}};e===null?e=[r]:e.push(r),s++}if(f.count===void 0){let r={instancePath:n+
"/findings/"+t,keyword:"required",params:{missingProperty:"count"}};e===null?e=[r]:e.push(r),s++}for(let r in f)if(!(r==="count"||d.test(r))){let l={instancePath:n+
"/findings/"+t,keyword:"additionalProperties",params:{additionalProperty:r}};e===null?e=[l]:e.push(l),s++}if(f.count!==void 0){let r=f.count;if(!(typeof r=="num\
ber"&&!(r%1)&&!isNaN(r)&&isFinite(r))){let l={instancePath:n+"/findings/"+t+"/count",keyword:"type",params:{}};e===null?e=[l]:e.push(l),s++}if(typeof r=="number"&&
isFinite(r)){if(r>9007199254740991||isNaN(r)){let l={instancePath:n+"/findings/"+t+"/count",keyword:"maximum",params:{comparison:"<=",limit:9007199254740991}};e===
null?e=[l]:e.push(l),s++}if(r<1||isNaN(r)){let l={instancePath:n+"/findings/"+t+"/count",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[l]:e.push(
l),s++}}}for(let r in f)d.test(r)&&(u(f[r],{instancePath:n+"/findings/"+t+"/"+r.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=c(e,u.errors),s=e.length))}else{let r={
instancePath:n+"/findings/"+t,keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}}}else{let p={instancePath:n+"/findings",keyword:"type",params:{}};e===null?
e=[p]:e.push(p),s++}}}else{let i={instancePath:n,keyword:"type",params:{}};e===null?e=[i]:e.push(i),s++}return a.errors=e,s===0}function c(o,n){if(o===null)return n;
for(let e of n)o.push(e);return o}export{y as baseline};
