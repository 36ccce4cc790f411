// Made by scripts/validators.ts from the tables of this folder: do not edit.
var L=(u,n)=>()=>(n||u((n={exports:{}}).exports,n),n.exports);var C=L(M=>{"use strict";Object.defineProperty(M,"__esModule",{value:!0});function N(u){let n=u.length,h=0,y=0,s;for(;y<n;)h++,s=u.charCodeAt(y++),s>=55296&&s<=
56319&&y<n&&(s=u.charCodeAt(y),(s&64512)===56320&&y++);return h}M.default=N;N.code='require("ajv/dist/runtime/ucs2length").default'});var Y=O;var x=new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,126}$","u"),S=new RegExp("^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn\
][Ee][Tt][Ww][Oo][Rr][Kk])$","u"),A=new RegExp("^(?:[Ll][Aa][Tt][Ee][Ss][Tt]|[Ee][Aa][Rr][Ll][Ii][Ee][Ss][Tt])$","u"),U=new RegExp("^(?:[Ss][Aa][Ss][Ll]_[Ss][Ss\
][Ll]|[Pp][Ll][Aa][Ii][Nn][Tt][Ee][Xx][Tt]|[Ss][Aa][Ss][Ll]_[Pp][Ll][Aa][Ii][Nn][Tt][Ee][Xx][Tt])$","u"),I=new RegExp("^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee][Xx][Tt]|[Bb\
][Ii][Nn][Aa][Rr][Yy])$","u"),G=new RegExp("^(?:[Ss][Ii][Nn][Gg][Ll][Ee]|[Ee][Ll][Ee][Mm][Ee][Nn][Tt])$","u"),R=new RegExp("^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss\
][Ee])$","u"),Q=new RegExp("^(?:[1-9][0-9]{0,2}|1000)$","u"),H=new RegExp("^(?:[Cc][Ll][Oo][Uu][Dd]_4|[Cc][Ll][Oo][Uu][Dd]_5|[Ss][Ee][Ll][Ff][Bb][Uu][Ii][Ll][Tt\
])$","u"),v=new RegExp("^(?:[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][Oo][Mm]_[Ll][Aa][Ss][Tt]_[Oo][Ff][Ff][Ss][Ee][Tt]|[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][Oo][Mm\
]_[Ff][Ii][Rr][Ss][Tt]_[Oo][Ff][Ff][Ss][Ee][Tt]|[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][Oo][Mm]_[Tt][Ii][Mm][Ee][Ss][Tt][Aa][Mm][Pp])$","u"),F=new RegExp("^(?:[Bb\
][Ee][Gg][Ii][Nn]|[Ee][Nn][Dd]|[0-9]+)$","u"),W=new RegExp("^(?:[Aa][Ll][Ll]|[Nn][Oo][Nn][Ee])$","u"),q=new RegExp("^(?:[Bb][Aa][Cc][Kk][Oo][Ff][Ff]_[Rr][Ee][Tt\
][Rr][Yy]|[Ee][Xx][Pp][Oo][Nn][Ee][Nn][Tt][Ii][Aa][Ll]_[Dd][Ee][Cc][Aa][Yy]_[Rr][Ee][Tt][Rr][Yy])$","u"),E=new RegExp("^(?:[Cc][Aa][Pp][Aa][Cc][Ii][Tt][Yy][Uu][\
Nn][Ii][Tt][Mm][Oo][Dd][Ee]|[Ee][Vv][Ee][Nn][Tt][Nn][Uu][Mm][Mm][Oo][Dd][Ee])$","u"),V=new RegExp("^(?:[Oo][Rr][Ii][Gg][Ii][Nn][Aa][Ll]|[Jj][Ss][Oo][Nn][Pp][Aa]\
[Tt][Hh]|[Cc][Oo][Nn][Ss][Tt][Aa][Nn][Tt]|[Tt][Ee][Mm][Pp][Ll][Aa][Tt][Ee])$","u");function t(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(typeof u!="string"){let c={instancePath:n,schemaPath:"#/ty\
pe",keyword:"type",params:{type:"string"}};e===null?e=[c]:e.push(c),a++}return t.errors=e,a===0}function m(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(!(u&&typeof u=="object"&&!Array.isArray(u))){let c={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[c]:e.push(c),a++}return m.errors=e,a===0}function d(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(!(typeof u=="number"&&isFinite(u))){let c={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"number"}};e===null?e=[c]:e.push(c),a++}return d.errors=e,a===0}function b(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(typeof u!="boolean"){let c={instancePath:n,schemaPath:"#/t\
ype",keyword:"type",params:{type:"boolean"}};e===null?e=[c]:e.push(c),a++}return b.errors=e,a===0}var z={type:["string","object"],maxLength:10240},w=C().default;function D(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;
if(typeof u!="string"&&!(u&&typeof u=="object"&&!Array.isArray(u))){let c={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:z.type}};e===null?e=[c]:
e.push(c),a++}if(typeof u=="string"&&w(u)>10240){let c={instancePath:n,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit:10240}};e===null?e=[c]:e.push(
c),a++}return D.errors=e,a===0}function i(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(u&&typeof u=="object"&&!Array.
isArray(u)){if(u.Value!==void 0&&(D(u.Value,{instancePath:n+"/Value",parentData:u,parentDataProperty:"Value",rootData:s})||(e=e===null?D.errors:e.concat(D.errors),
a=e.length)),u.Form!==void 0){let c=u.Form;if(typeof c=="string"){if(!V.test(c)){let r={instancePath:n+"/Form",schemaPath:"#/properties/Form/pattern",keyword:"p\
attern",params:{pattern:"^(?:[Oo][Rr][Ii][Gg][Ii][Nn][Aa][Ll]|[Jj][Ss][Oo][Nn][Pp][Aa][Tt][Hh]|[Cc][Oo][Nn][Ss][Tt][Aa][Nn][Tt]|[Tt][Ee][Mm][Pp][Ll][Aa][Tt][Ee]\
)$"}};e===null?e=[r]:e.push(r),a++}}else{let r={instancePath:n+"/Form",schemaPath:"#/properties/Form/type",keyword:"type",params:{type:"string"}};e===null?e=[r]:
e.push(r),a++}}if(u.Template!==void 0){let c=u.Template;if(typeof c=="string"){if(w(c)>10240){let r={instancePath:n+"/Template",schemaPath:"#/properties/Templat\
e/maxLength",keyword:"maxLength",params:{limit:10240}};e===null?e=[r]:e.push(r),a++}}else{let r={instancePath:n+"/Template",schemaPath:"#/properties/Template/ty\
pe",keyword:"type",params:{type:"string"}};e===null?e=[r]:e.push(r),a++}}}else{let c={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};
e===null?e=[c]:e.push(c),a++}return i.errors=e,a===0}function O(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(u&&typeof u==
"object"&&!Array.isArray(u)){if(u.EventStreamingName===void 0){let c={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"EventSt\
reamingName"}};e===null?e=[c]:e.push(c),a++}if(u.Source===void 0){let c={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"Sour\
ce"}};e===null?e=[c]:e.push(c),a++}if(u.Sink===void 0){let c={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"Sink"}};e===null?
e=[c]:e.push(c),a++}if(u.EventStreamingName!==void 0){let c=u.EventStreamingName;if(typeof c=="string"){if(!x.test(c)){let r={instancePath:n+"/EventStreamingNam\
e",schemaPath:"#/properties/EventStreamingName/pattern",keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9_-]{0,126}$"}};e===null?e=[r]:e.push(r),a++}}else{
let r={instancePath:n+"/EventStreamingName",schemaPath:"#/properties/EventStreamingName/type",keyword:"type",params:{type:"string"}};e===null?e=[r]:e.push(r),a++}}
if(u.Description!==void 0&&(t(u.Description,{instancePath:n+"/Description",parentData:u,parentDataProperty:"Description",rootData:s})||(e=e===null?t.errors:e.concat(
t.errors),a=e.length)),u.FilterPattern!==void 0&&(t(u.FilterPattern,{instancePath:n+"/FilterPattern",parentData:u,parentDataProperty:"FilterPattern",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),u.Source!==void 0){let c=u.Source;if(c&&typeof c=="object"&&!Array.isArray(c)){if(Object.keys(c).length>1){
let r={instancePath:n+"/Source",schemaPath:"#/properties/Source/maxProperties",keyword:"maxProperties",params:{limit:1}};e===null?e=[r]:e.push(r),a++}if(Object.
keys(c).length<1){let r={instancePath:n+"/Source",schemaPath:"#/properties/Source/minProperties",keyword:"minProperties",params:{limit:1}};e===null?e=[r]:e.push(
r),a++}if(c.SourceApacheKafkaParameters!==void 0){let r=c.SourceApacheKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.
NetworkType;if(typeof o=="string"){if(!S.test(o)){let p={instancePath:n+"/Source/SourceApacheKafkaParameters/NetworkType",schemaPath:"#/properties/Source/proper\
ties/SourceApacheKafkaParameters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp\
][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceApacheKafkaParameters/Network\
Type",schemaPath:"#/properties/Source/properties/SourceApacheKafkaParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:
e.push(p),a++}}if(r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/SourceApacheKafkaParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourceApacheKafkaParameters/VSwitchIds",parentData:r,
parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+
"/Source/SourceApacheKafkaParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=
e.length)),r.SslKeyPassword!==void 0&&(t(r.SslKeyPassword,{instancePath:n+"/Source/SourceApacheKafkaParameters/SslKeyPassword",parentData:r,parentDataProperty:"\
SslKeyPassword",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SslKeystoreCertificateChain!==void 0&&(t(r.SslKeystoreCertificateChain,{instancePath:n+
"/Source/SourceApacheKafkaParameters/SslKeystoreCertificateChain",parentData:r,parentDataProperty:"SslKeystoreCertificateChain",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.SslTruststoreCertificates!==void 0&&(t(r.SslTruststoreCertificates,{instancePath:n+"/Source/SourceApacheKafkaParameters/SslTru\
ststoreCertificates",parentData:r,parentDataProperty:"SslTruststoreCertificates",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Bootstraps!==
void 0&&(t(r.Bootstraps,{instancePath:n+"/Source/SourceApacheKafkaParameters/Bootstraps",parentData:r,parentDataProperty:"Bootstraps",rootData:s})||(e=e===null?
t.errors:e.concat(t.errors),a=e.length)),r.ConsumerGroup!==void 0&&(t(r.ConsumerGroup,{instancePath:n+"/Source/SourceApacheKafkaParameters/ConsumerGroup",parentData:r,
parentDataProperty:"ConsumerGroup",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.OffsetReset!==void 0){let o=r.OffsetReset;if(typeof o=="\
string"){if(!A.test(o)){let p={instancePath:n+"/Source/SourceApacheKafkaParameters/OffsetReset",schemaPath:"#/properties/Source/properties/SourceApacheKafkaPara\
meters/properties/OffsetReset/pattern",keyword:"pattern",params:{pattern:"^(?:[Ll][Aa][Tt][Ee][Ss][Tt]|[Ee][Aa][Rr][Ll][Ii][Ee][Ss][Tt])$"}};e===null?e=[p]:e.push(
p),a++}}else{let p={instancePath:n+"/Source/SourceApacheKafkaParameters/OffsetReset",schemaPath:"#/properties/Source/properties/SourceApacheKafkaParameters/prop\
erties/OffsetReset/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.SaslMechanism!==void 0&&(t(r.SaslMechanism,{instancePath:n+"/\
Source/SourceApacheKafkaParameters/SaslMechanism",parentData:r,parentDataProperty:"SaslMechanism",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.SaslPassword!==void 0&&(t(r.SaslPassword,{instancePath:n+"/Source/SourceApacheKafkaParameters/SaslPassword",parentData:r,parentDataProperty:"SaslPassword",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SaslUser!==void 0&&(t(r.SaslUser,{instancePath:n+"/Source/SourceApacheKafkaParameters/SaslUser",parentData:r,
parentDataProperty:"SaslUser",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityProtocol!==void 0){let o=r.SecurityProtocol;if(typeof o==
"string"){if(!U.test(o)){let p={instancePath:n+"/Source/SourceApacheKafkaParameters/SecurityProtocol",schemaPath:"#/properties/Source/properties/SourceApacheKaf\
kaParameters/properties/SecurityProtocol/pattern",keyword:"pattern",params:{pattern:"^(?:[Ss][Aa][Ss][Ll]_[Ss][Ss][Ll]|[Pp][Ll][Aa][Ii][Nn][Tt][Ee][Xx][Tt]|[Ss]\
[Aa][Ss][Ll]_[Pp][Ll][Aa][Ii][Nn][Tt][Ee][Xx][Tt])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceApacheKafkaParameters/SecurityPro\
tocol",schemaPath:"#/properties/Source/properties/SourceApacheKafkaParameters/properties/SecurityProtocol/type",keyword:"type",params:{type:"string"}};e===null?
e=[p]:e.push(p),a++}}if(r.SslKeystoreKey!==void 0){let o=r.SslKeystoreKey;if(o&&typeof o=="object"&&!Array.isArray(o))o.KmsArn!==void 0&&(t(o.KmsArn,{instancePath:n+
"/Source/SourceApacheKafkaParameters/SslKeystoreKey/KmsArn",parentData:o,parentDataProperty:"KmsArn",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
o.KmsSecretValueKey!==void 0&&(t(o.KmsSecretValueKey,{instancePath:n+"/Source/SourceApacheKafkaParameters/SslKeystoreKey/KmsSecretValueKey",parentData:o,parentDataProperty:"\
KmsSecretValueKey",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let p={instancePath:n+"/Source/SourceApacheKafkaParameters/SslKeystor\
eKey",schemaPath:"#/properties/Source/properties/SourceApacheKafkaParameters/properties/SslKeystoreKey/type",keyword:"type",params:{type:"object"}};e===null?e=[
p]:e.push(p),a++}}if(r.Topic!==void 0&&(t(r.Topic,{instancePath:n+"/Source/SourceApacheKafkaParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.ValueDataType!==void 0){let o=r.ValueDataType;if(typeof o=="string"){if(!I.test(o)){let p={instancePath:n+
"/Source/SourceApacheKafkaParameters/ValueDataType",schemaPath:"#/properties/Source/properties/SourceApacheKafkaParameters/properties/ValueDataType/pattern",keyword:"\
pattern",params:{pattern:"^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee][Xx][Tt]|[Bb][Ii][Nn][Aa][Rr][Yy])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/\
SourceApacheKafkaParameters/ValueDataType",schemaPath:"#/properties/Source/properties/SourceApacheKafkaParameters/properties/ValueDataType/type",keyword:"type",
params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}}else{let o={instancePath:n+"/Source/SourceApacheKafkaParameters",schemaPath:"#/properties/Source/properti\
es/SourceApacheKafkaParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceApacheRocketMQCheckpointParameters!==void 0){
let r=c.SourceApacheRocketMQCheckpointParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="strin\
g"){if(!S.test(o)){let p={instancePath:n+"/Source/SourceApacheRocketMQCheckpointParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceApacheR\
ocketMQCheckpointParameters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr]\
[Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceApacheRocketMQCheckpointParameters\
/NetworkType",schemaPath:"#/properties/Source/properties/SourceApacheRocketMQCheckpointParameters/properties/NetworkType/type",keyword:"type",params:{type:"stri\
ng"}};e===null?e=[p]:e.push(p),a++}}if(r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/SourceApacheRocketMQCheckpointParameters/VpcId",parentData:r,parentDataProperty:"\
VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchId!==void 0&&(t(r.VSwitchId,{instancePath:n+"/Source/SourceApacheRocketMQChec\
kpointParameters/VSwitchId",parentData:r,parentDataProperty:"VSwitchId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&
(t(r.SecurityGroupId,{instancePath:n+"/Source/SourceApacheRocketMQCheckpointParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceEndpoint!==void 0&&(t(r.InstanceEndpoint,{instancePath:n+"/Source/SourceApacheRocketMQCheckpointP\
arameters/InstanceEndpoint",parentData:r,parentDataProperty:"InstanceEndpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstancePassword!==
void 0&&(t(r.InstancePassword,{instancePath:n+"/Source/SourceApacheRocketMQCheckpointParameters/InstancePassword",parentData:r,parentDataProperty:"InstancePassw\
ord",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceUsername!==void 0&&(t(r.InstanceUsername,{instancePath:n+"/Source/SourceApache\
RocketMQCheckpointParameters/InstanceUsername",parentData:r,parentDataProperty:"InstanceUsername",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceApacheRocketMQCheckpointParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Topics!==void 0){let o=r.Topics;if(Array.isArray(o)){let p=o.length;for(let f=0;f<p;f++)t(o[f],{instancePath:n+
"/Source/SourceApacheRocketMQCheckpointParameters/Topics/"+f,parentData:o,parentDataProperty:f,rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)}else{
let p={instancePath:n+"/Source/SourceApacheRocketMQCheckpointParameters/Topics",schemaPath:"#/properties/Source/properties/SourceApacheRocketMQCheckpointParamet\
ers/properties/Topics/type",keyword:"type",params:{type:"array"}};e===null?e=[p]:e.push(p),a++}}}else{let o={instancePath:n+"/Source/SourceApacheRocketMQCheckpo\
intParameters",schemaPath:"#/properties/Source/properties/SourceApacheRocketMQCheckpointParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.
push(o),a++}}if(c.SourceCustomizedKafkaConnectorParameters!==void 0){let r=c.SourceCustomizedKafkaConnectorParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){
if(r.ConnectorPackageUrl!==void 0&&(t(r.ConnectorPackageUrl,{instancePath:n+"/Source/SourceCustomizedKafkaConnectorParameters/ConnectorPackageUrl",parentData:r,
parentDataProperty:"ConnectorPackageUrl",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.ConnectorParameters!==void 0){let o=r.ConnectorParameters;
if(o&&typeof o=="object"&&!Array.isArray(o))o.Config!==void 0&&(m(o.Config,{instancePath:n+"/Source/SourceCustomizedKafkaConnectorParameters/ConnectorParameters\
/Config",parentData:o,parentDataProperty:"Config",rootData:s})||(e=e===null?m.errors:e.concat(m.errors),a=e.length)),o.Name!==void 0&&(t(o.Name,{instancePath:n+
"/Source/SourceCustomizedKafkaConnectorParameters/ConnectorParameters/Name",parentData:o,parentDataProperty:"Name",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length));else{let p={instancePath:n+"/Source/SourceCustomizedKafkaConnectorParameters/ConnectorParameters",schemaPath:"#/properties/Source/propertie\
s/SourceCustomizedKafkaConnectorParameters/properties/ConnectorParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[p]:e.push(p),a++}}r.WorkerParameters!==
void 0&&(m(r.WorkerParameters,{instancePath:n+"/Source/SourceCustomizedKafkaConnectorParameters/WorkerParameters",parentData:r,parentDataProperty:"WorkerParamet\
ers",rootData:s})||(e=e===null?m.errors:e.concat(m.errors),a=e.length))}else{let o={instancePath:n+"/Source/SourceCustomizedKafkaConnectorParameters",schemaPath:"\
#/properties/Source/properties/SourceCustomizedKafkaConnectorParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceCustomizedKafkaParameters!==
void 0){let r=c.SourceCustomizedKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Source/Sour\
ceCustomizedKafkaParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={
instancePath:n+"/Source/SourceCustomizedKafkaParameters",schemaPath:"#/properties/Source/properties/SourceCustomizedKafkaParameters/type",keyword:"type",params:{
type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceDTSParameters!==void 0){let r=c.SourceDTSParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.BrokerUrl!==
void 0&&(t(r.BrokerUrl,{instancePath:n+"/Source/SourceDTSParameters/BrokerUrl",parentData:r,parentDataProperty:"BrokerUrl",rootData:s})||(e=e===null?t.errors:e.
concat(t.errors),a=e.length)),r.InitCheckPoint!==void 0&&(d(r.InitCheckPoint,{instancePath:n+"/Source/SourceDTSParameters/InitCheckPoint",parentData:r,parentDataProperty:"\
InitCheckPoint",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,{instancePath:n+"/Source/SourceDTSParamete\
rs/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+
"/Source/SourceDTSParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Sid!==void 0&&
(t(r.Sid,{instancePath:n+"/Source/SourceDTSParameters/Sid",parentData:r,parentDataProperty:"Sid",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.TaskId!==void 0&&(t(r.TaskId,{instancePath:n+"/Source/SourceDTSParameters/TaskId",parentData:r,parentDataProperty:"TaskId",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.Topic!==void 0&&(t(r.Topic,{instancePath:n+"/Source/SourceDTSParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,{instancePath:n+"/Source/SourceDTSParameters/Username",parentData:r,parentDataProperty:"\
Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Source/SourceDTSParameters",schemaPath:"#/properties/S\
ource/properties/SourceDTSParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceEventBusParameters!==void 0){let r=c.
SourceEventBusParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.EventBusName!==void 0&&(t(r.EventBusName,{instancePath:n+"/Source/SourceEventBusParameter\
s/EventBusName",parentData:r,parentDataProperty:"EventBusName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.EventRuleName!==void 0&&(t(r.
EventRuleName,{instancePath:n+"/Source/SourceEventBusParameters/EventRuleName",parentData:r,parentDataProperty:"EventRuleName",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Source/SourceEventBusParameters",schemaPath:"#/properties/Source/properties/SourceEventBusParameter\
s/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceFeiShuDocsParameters!==void 0){let r=c.SourceFeiShuDocsParameters;if(r&&
typeof r=="object"&&!Array.isArray(r))r.AppId!==void 0&&(t(r.AppId,{instancePath:n+"/Source/SourceFeiShuDocsParameters/AppId",parentData:r,parentDataProperty:"A\
ppId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.AppSecret!==void 0&&(t(r.AppSecret,{instancePath:n+"/Source/SourceFeiShuDocsParameter\
s/AppSecret",parentData:r,parentDataProperty:"AppSecret",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.KnowledgeSpaceName!==void 0&&(t(r.
KnowledgeSpaceName,{instancePath:n+"/Source/SourceFeiShuDocsParameters/KnowledgeSpaceName",parentData:r,parentDataProperty:"KnowledgeSpaceName",rootData:s})||(e=
e===null?t.errors:e.concat(t.errors),a=e.length)),r.LoadMode!==void 0&&(t(r.LoadMode,{instancePath:n+"/Source/SourceFeiShuDocsParameters/LoadMode",parentData:r,
parentDataProperty:"LoadMode",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Source/SourceFeiShuDocsParameters",
schemaPath:"#/properties/Source/properties/SourceFeiShuDocsParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceJDBCParameters!==
void 0){let r=c.SourceJDBCParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.Network!==void 0&&(t(r.Network,{instancePath:n+"/Source/SourceJDBCParameters/\
Network",parentData:r,parentDataProperty:"Network",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+
"/Source/SourceJDBCParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&
(t(r.VSwitchIds,{instancePath:n+"/Source/SourceJDBCParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(
t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Source/SourceJDBCParameters/SecurityGroupId",parentData:r,parentDataProperty:"\
SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.BatchSize!==void 0&&(d(r.BatchSize,{instancePath:n+"/Source/SourceJDBCPara\
meters/BatchSize",parentData:r,parentDataProperty:"BatchSize",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),r.CustomQuery!==void 0&&(t(r.CustomQuery,
{instancePath:n+"/Source/SourceJDBCParameters/CustomQuery",parentData:r,parentDataProperty:"CustomQuery",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=
e.length)),r.IncrementingColumn!==void 0&&(t(r.IncrementingColumn,{instancePath:n+"/Source/SourceJDBCParameters/IncrementingColumn",parentData:r,parentDataProperty:"\
IncrementingColumn",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.JdbcUrl!==void 0&&(t(r.JdbcUrl,{instancePath:n+"/Source/SourceJDBCParam\
eters/JdbcUrl",parentData:r,parentDataProperty:"JdbcUrl",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,{
instancePath:n+"/Source/SourceJDBCParameters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.PollingInterval!==void 0&&(d(r.PollingInterval,{instancePath:n+"/Source/SourceJDBCParameters/PollingInterval",parentData:r,parentDataProperty:"PollingInterval",
rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),r.QueryMode!==void 0&&(t(r.QueryMode,{instancePath:n+"/Source/SourceJDBCParameters/QueryMode",
parentData:r,parentDataProperty:"QueryMode",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.QueryTimeout!==void 0&&(d(r.QueryTimeout,{instancePath:n+
"/Source/SourceJDBCParameters/QueryTimeout",parentData:r,parentDataProperty:"QueryTimeout",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),r.
TableName!==void 0&&(t(r.TableName,{instancePath:n+"/Source/SourceJDBCParameters/TableName",parentData:r,parentDataProperty:"TableName",rootData:s})||(e=e===null?
t.errors:e.concat(t.errors),a=e.length)),r.TimestampColumn!==void 0&&(t(r.TimestampColumn,{instancePath:n+"/Source/SourceJDBCParameters/TimestampColumn",parentData:r,
parentDataProperty:"TimestampColumn",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,{instancePath:n+"/Sou\
rce/SourceJDBCParameters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+
"/Source/SourceJDBCParameters",schemaPath:"#/properties/Source/properties/SourceJDBCParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(
o),a++}}if(c.SourceKafkaParameters!==void 0){let r=c.SourceKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.Network!==void 0&&(t(r.Network,{instancePath:n+
"/Source/SourceKafkaParameters/Network",parentData:r,parentDataProperty:"Network",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VpcId!==void 0&&
(t(r.VpcId,{instancePath:n+"/Source/SourceKafkaParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=
e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourceKafkaParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Source/SourceKafkaParameters/SecurityGro\
upId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.ConsumerGroup!==void 0&&(t(r.ConsumerGroup,
{instancePath:n+"/Source/SourceKafkaParameters/ConsumerGroup",parentData:r,parentDataProperty:"ConsumerGroup",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.ExtendConfig!==void 0&&(m(r.ExtendConfig,{instancePath:n+"/Source/SourceKafkaParameters/ExtendConfig",parentData:r,parentDataProperty:"ExtendConf\
ig",rootData:s})||(e=e===null?m.errors:e.concat(m.errors),a=e.length)),r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Source/SourceKafkaParameters/Ins\
tanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.OffsetReset!==void 0){let o=r.OffsetReset;
if(typeof o=="string"){if(!A.test(o)){let p={instancePath:n+"/Source/SourceKafkaParameters/OffsetReset",schemaPath:"#/properties/Source/properties/SourceKafkaPa\
rameters/properties/OffsetReset/pattern",keyword:"pattern",params:{pattern:"^(?:[Ll][Aa][Tt][Ee][Ss][Tt]|[Ee][Aa][Rr][Ll][Ii][Ee][Ss][Tt])$"}};e===null?e=[p]:e.
push(p),a++}}else{let p={instancePath:n+"/Source/SourceKafkaParameters/OffsetReset",schemaPath:"#/properties/Source/properties/SourceKafkaParameters/properties/\
OffsetReset/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceKafk\
aParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Topic!==void 0&&(t(r.Topic,
{instancePath:n+"/Source/SourceKafkaParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.ValueDataType!==void 0){let o=r.ValueDataType;if(typeof o=="string"){if(!I.test(o)){let p={instancePath:n+"/Source/SourceKafkaParameters/ValueDataType",schemaPath:"\
#/properties/Source/properties/SourceKafkaParameters/properties/ValueDataType/pattern",keyword:"pattern",params:{pattern:"^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee][Xx][Tt]|\
[Bb][Ii][Nn][Aa][Rr][Yy])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceKafkaParameters/ValueDataType",schemaPath:"#/properties/So\
urce/properties/SourceKafkaParameters/properties/ValueDataType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}}else{let o={instancePath:n+
"/Source/SourceKafkaParameters",schemaPath:"#/properties/Source/properties/SourceKafkaParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(
o),a++}}if(c.SourceMNSParameters!==void 0){let r=c.SourceMNSParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.IsBase64Decode!==void 0&&(b(r.IsBase64Decode,
{instancePath:n+"/Source/SourceMNSParameters/IsBase64Decode",parentData:r,parentDataProperty:"IsBase64Decode",rootData:s})||(e=e===null?b.errors:e.concat(b.errors),
a=e.length)),r.QueueName!==void 0&&(t(r.QueueName,{instancePath:n+"/Source/SourceMNSParameters/QueueName",parentData:r,parentDataProperty:"QueueName",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceMNSParameters/RegionId",parentData:r,parentDataProperty:"\
RegionId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Source/SourceMNSParameters",schemaPath:"#/properties/S\
ource/properties/SourceMNSParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceMQTTParameters!==void 0){let r=c.SourceMQTTParameters;
if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.test(o)){let p={instancePath:n+"/Source\
/SourceMQTTParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceMQTTParameters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"\
^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={
instancePath:n+"/Source/SourceMQTTParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceMQTTParameters/properties/NetworkType/type",keyword:"\
type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/SourceMQTTParameters/VpcId",parentData:r,parentDataProperty:"\
VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourceMQTTParameters/V\
SwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,
{instancePath:n+"/Source/SourceMQTTParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.BodyDataType!==void 0){let o=r.BodyDataType;if(typeof o=="string"){if(!I.test(o)){let p={instancePath:n+"/Source/SourceMQTTParameters/BodyDataTyp\
e",schemaPath:"#/properties/Source/properties/SourceMQTTParameters/properties/BodyDataType/pattern",keyword:"pattern",params:{pattern:"^(?:[Jj][Ss][Oo][Nn]|[Tt]\
[Ee][Xx][Tt]|[Bb][Ii][Nn][Aa][Rr][Yy])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceMQTTParameters/BodyDataType",schemaPath:"#/pr\
operties/Source/properties/SourceMQTTParameters/properties/BodyDataType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.InstanceId!==
void 0&&(t(r.InstanceId,{instancePath:n+"/Source/SourceMQTTParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceMQTTParameters/RegionId",parentData:r,parentDataProperty:"Regi\
onId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Topic!==void 0&&(t(r.Topic,{instancePath:n+"/Source/SourceMQTTParameters/Topic",parentData:r,
parentDataProperty:"Topic",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Source/SourceMQTTParameters",schemaPath:"\
#/properties/Source/properties/SourceMQTTParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceMySQLParameters!==void 0){
let r=c.SourceMySQLParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.test(o)){
let p={instancePath:n+"/Source/SourceMySQLParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceMySQLParameters/properties/NetworkType/patter\
n",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===
null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceMySQLParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceMySQLParameter\
s/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/Source\
MySQLParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,
{instancePath:n+"/Source/SourceMySQLParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=
e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Source/SourceMySQLParameters/SecurityGroupId",parentData:r,parentDataProperty:"Sec\
urityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.DatabaseName!==void 0&&(t(r.DatabaseName,{instancePath:n+"/Source/SourceMySQL\
Parameters/DatabaseName",parentData:r,parentDataProperty:"DatabaseName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.HostName!==void 0&&
(t(r.HostName,{instancePath:n+"/Source/SourceMySQLParameters/HostName",parentData:r,parentDataProperty:"HostName",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length)),r.IncludeSchemaChanges!==void 0&&(t(r.IncludeSchemaChanges,{instancePath:n+"/Source/SourceMySQLParameters/IncludeSchemaChanges",parentData:r,
parentDataProperty:"IncludeSchemaChanges",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,{instancePath:n+
"/Source/SourceMySQLParameters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Port!==
void 0&&(d(r.Port,{instancePath:n+"/Source/SourceMySQLParameters/Port",parentData:r,parentDataProperty:"Port",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),
a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceMySQLParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SnapshotMode!==void 0&&(t(r.SnapshotMode,{instancePath:n+"/Source/SourceMySQLParameters/SnapshotMode",parentData:r,
parentDataProperty:"SnapshotMode",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.TableNames!==void 0&&(t(r.TableNames,{instancePath:n+"/So\
urce/SourceMySQLParameters/TableNames",parentData:r,parentDataProperty:"TableNames",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.User!==
void 0&&(t(r.User,{instancePath:n+"/Source/SourceMySQLParameters/User",parentData:r,parentDataProperty:"User",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length))}else{let o={instancePath:n+"/Source/SourceMySQLParameters",schemaPath:"#/properties/Source/properties/SourceMySQLParameters/type",keyword:"type",params:{
type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceOSSParameters!==void 0){let r=c.SourceOSSParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.BucketName!==
void 0&&(t(r.BucketName,{instancePath:n+"/Source/SourceOSSParameters/BucketName",parentData:r,parentDataProperty:"BucketName",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.Delimiter!==void 0&&(t(r.Delimiter,{instancePath:n+"/Source/SourceOSSParameters/Delimiter",parentData:r,parentDataProperty:"De\
limiter",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.LoadFormat!==void 0&&(t(r.LoadFormat,{instancePath:n+"/Source/SourceOSSParameters/\
LoadFormat",parentData:r,parentDataProperty:"LoadFormat",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.LoadMode!==void 0){let o=r.LoadMode;
if(typeof o=="string"){if(!G.test(o)){let p={instancePath:n+"/Source/SourceOSSParameters/LoadMode",schemaPath:"#/properties/Source/properties/SourceOSSParameter\
s/properties/LoadMode/pattern",keyword:"pattern",params:{pattern:"^(?:[Ss][Ii][Nn][Gg][Ll][Ee]|[Ee][Ll][Ee][Mm][Ee][Nn][Tt])$"}};e===null?e=[p]:e.push(p),a++}}else{
let p={instancePath:n+"/Source/SourceOSSParameters/LoadMode",schemaPath:"#/properties/Source/properties/SourceOSSParameters/properties/LoadMode/type",keyword:"t\
ype",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.Prefix!==void 0&&(t(r.Prefix,{instancePath:n+"/Source/SourceOSSParameters/Prefix",parentData:r,parentDataProperty:"\
Prefix",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RoleName!==void 0&&(t(r.RoleName,{instancePath:n+"/Source/SourceOSSParameters/RoleN\
ame",parentData:r,parentDataProperty:"RoleName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Source/SourceOSS\
Parameters",schemaPath:"#/properties/Source/properties/SourceOSSParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceOpenSourceRabbitMQParameters!==
void 0){let r=c.SourceOpenSourceRabbitMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="str\
ing"){if(!S.test(o)){let p={instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceOpenSourceR\
abbitMQParameters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][A\
a][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/NetworkType",schemaPath:"\
#/properties/Source/properties/SourceOpenSourceRabbitMQParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}
if(r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/VSwitchIds",parentData:r,
parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+
"/Source/SourceOpenSourceRabbitMQParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.AuthType!==void 0&&(t(r.AuthType,{instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/AuthType",parentData:r,parentDataProperty:"AuthType",
rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.BodyDataType!==void 0){let o=r.BodyDataType;if(typeof o=="string"){if(!I.test(o)){let p={instancePath:n+
"/Source/SourceOpenSourceRabbitMQParameters/BodyDataType",schemaPath:"#/properties/Source/properties/SourceOpenSourceRabbitMQParameters/properties/BodyDataType/\
pattern",keyword:"pattern",params:{pattern:"^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee][Xx][Tt]|[Bb][Ii][Nn][Aa][Rr][Yy])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+
"/Source/SourceOpenSourceRabbitMQParameters/BodyDataType",schemaPath:"#/properties/Source/properties/SourceOpenSourceRabbitMQParameters/properties/BodyDataType/\
type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.Endpoint!==void 0&&(t(r.Endpoint,{instancePath:n+"/Source/SourceOpenSourceRabbitMQP\
arameters/Endpoint",parentData:r,parentDataProperty:"Endpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,
{instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.QueueName!==void 0&&(t(r.QueueName,{instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/QueueName",parentData:r,parentDataProperty:"QueueN\
ame",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,{instancePath:n+"/Source/SourceOpenSourceRabbitMQPara\
meters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VirtualHostName!==void 0&&(t(r.
VirtualHostName,{instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters/VirtualHostName",parentData:r,parentDataProperty:"VirtualHostName",rootData:s})||(e=
e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Source/SourceOpenSourceRabbitMQParameters",schemaPath:"#/properties/Source/proper\
ties/SourceOpenSourceRabbitMQParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourcePostgreSQLParameters!==void 0){let r=c.
SourcePostgreSQLParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.test(o)){let p={
instancePath:n+"/Source/SourcePostgreSQLParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourcePostgreSQLParameters/properties/NetworkType/pat\
tern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};
e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourcePostgreSQLParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourcePostg\
reSQLParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"\
/Source/SourcePostgreSQLParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==
void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourcePostgreSQLParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.
errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Source/SourcePostgreSQLParameters/SecurityGroupId",parentData:r,
parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.DatabaseName!==void 0&&(t(r.DatabaseName,{instancePath:n+
"/Source/SourcePostgreSQLParameters/DatabaseName",parentData:r,parentDataProperty:"DatabaseName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.HostName!==void 0&&(t(r.HostName,{instancePath:n+"/Source/SourcePostgreSQLParameters/HostName",parentData:r,parentDataProperty:"HostName",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,{instancePath:n+"/Source/SourcePostgreSQLParameters/Password",parentData:r,parentDataProperty:"\
Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Port!==void 0&&(d(r.Port,{instancePath:n+"/Source/SourcePostgreSQLParameters/Port",
parentData:r,parentDataProperty:"Port",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/S\
ource/SourcePostgreSQLParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SchemaName!==
void 0&&(t(r.SchemaName,{instancePath:n+"/Source/SourcePostgreSQLParameters/SchemaName",parentData:r,parentDataProperty:"SchemaName",rootData:s})||(e=e===null?t.
errors:e.concat(t.errors),a=e.length)),r.SnapshotMode!==void 0&&(t(r.SnapshotMode,{instancePath:n+"/Source/SourcePostgreSQLParameters/SnapshotMode",parentData:r,
parentDataProperty:"SnapshotMode",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.TableNames!==void 0&&(t(r.TableNames,{instancePath:n+"/So\
urce/SourcePostgreSQLParameters/TableNames",parentData:r,parentDataProperty:"TableNames",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.User!==
void 0&&(t(r.User,{instancePath:n+"/Source/SourcePostgreSQLParameters/User",parentData:r,parentDataProperty:"User",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length))}else{let o={instancePath:n+"/Source/SourcePostgreSQLParameters",schemaPath:"#/properties/Source/properties/SourcePostgreSQLParameters/type",
keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourcePrometheusParameters!==void 0){let r=c.SourcePrometheusParameters;if(r&&typeof r==
"object"&&!Array.isArray(r))r.ClusterId!==void 0&&(t(r.ClusterId,{instancePath:n+"/Source/SourcePrometheusParameters/ClusterId",parentData:r,parentDataProperty:"\
ClusterId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.DataType!==void 0&&(t(r.DataType,{instancePath:n+"/Source/SourcePrometheusParame\
ters/DataType",parentData:r,parentDataProperty:"DataType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.ExternalLabels!==void 0&&(t(r.ExternalLabels,
{instancePath:n+"/Source/SourcePrometheusParameters/ExternalLabels",parentData:r,parentDataProperty:"ExternalLabels",rootData:s})||(e=e===null?t.errors:e.concat(
t.errors),a=e.length)),r.Labels!==void 0&&(t(r.Labels,{instancePath:n+"/Source/SourcePrometheusParameters/Labels",parentData:r,parentDataProperty:"Labels",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourcePrometheusParameters/RegionId",parentData:r,
parentDataProperty:"RegionId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RoleName!==void 0&&(t(r.RoleName,{instancePath:n+"/Source/Sou\
rcePrometheusParameters/RoleName",parentData:r,parentDataProperty:"RoleName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+
"/Source/SourcePrometheusParameters",schemaPath:"#/properties/Source/properties/SourcePrometheusParameters/type",keyword:"type",params:{type:"object"}};e===null?
e=[o]:e.push(o),a++}}if(c.SourceRabbitMQMetaParameters!==void 0){let r=c.SourceRabbitMQMetaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==
void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQMetaParameters/NetworkType",schemaPath:"#/propert\
ies/Source/properties/SourceRabbitMQMetaParameters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][W\
w][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQMet\
aParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceRabbitMQMetaParameters/properties/NetworkType/type",keyword:"type",params:{type:"strin\
g"}};e===null?e=[p]:e.push(p),a++}}if(r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/VpcId",parentData:r,parentDataProperty:"\
VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourceRabbitMQMetaPara\
meters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(
r.SecurityGroupId,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),r.Endpoint!==void 0&&(t(r.Endpoint,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/Endpoint",parentData:r,parentDataProperty:"\
Endpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InnerNameSuffix!==void 0&&(t(r.InnerNameSuffix,{instancePath:n+"/Source/SourceRab\
bitMQMetaParameters/InnerNameSuffix",parentData:r,parentDataProperty:"InnerNameSuffix",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceId!==
void 0&&(t(r.InstanceId,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?
t.errors:e.concat(t.errors),a=e.length)),r.InstanceType!==void 0&&(t(r.InstanceType,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/InstanceType",parentData:r,
parentDataProperty:"InstanceType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.MaxHops!==void 0&&(t(r.MaxHops,{instancePath:n+"/Source/S\
ourceRabbitMQMetaParameters/MaxHops",parentData:r,parentDataProperty:"MaxHops",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.OrderConsume!==
void 0){let o=r.OrderConsume;if(typeof o=="string"){if(!R.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQMetaParameters/OrderConsume",schemaPath:"#/prope\
rties/Source/properties/SourceRabbitMQMetaParameters/properties/OrderConsume/pattern",keyword:"pattern",params:{pattern:"^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][E\
e])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQMetaParameters/OrderConsume",schemaPath:"#/properties/Source/properties/\
SourceRabbitMQMetaParameters/properties/OrderConsume/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.Password!==void 0&&(t(r.Password,
{instancePath:n+"/Source/SourceRabbitMQMetaParameters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.Regex!==void 0&&(t(r.Regex,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/Regex",parentData:r,parentDataProperty:"Regex",rootData:s})||(e=
e===null?t.errors:e.concat(t.errors),a=e.length)),r.SyncMetaType!==void 0&&(t(r.SyncMetaType,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/SyncMetaType",
parentData:r,parentDataProperty:"SyncMetaType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,{instancePath:n+
"/Source/SourceRabbitMQMetaParameters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.
VirtualHostName!==void 0&&(t(r.VirtualHostName,{instancePath:n+"/Source/SourceRabbitMQMetaParameters/VirtualHostName",parentData:r,parentDataProperty:"VirtualHo\
stName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Source/SourceRabbitMQMetaParameters",schemaPath:"#/prope\
rties/Source/properties/SourceRabbitMQMetaParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceRabbitMQMsgSyncParameters!==
void 0){let r=c.SourceRabbitMQMsgSyncParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){
if(!S.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceRabbitMQMsgSyncParam\
eters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][N\
n][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/NetworkType",schemaPath:"#/pro\
perties/Source/properties/SourceRabbitMQMsgSyncParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.
VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/VSwitchIds",parentData:r,parentDataProperty:"\
VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Source/SourceR\
abbitMQMsgSyncParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.
BodyDataType!==void 0){let o=r.BodyDataType;if(typeof o=="string"){if(!I.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/BodyDataType",schemaPath:"\
#/properties/Source/properties/SourceRabbitMQMsgSyncParameters/properties/BodyDataType/pattern",keyword:"pattern",params:{pattern:"^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee]\
[Xx][Tt]|[Bb][Ii][Nn][Aa][Rr][Yy])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/BodyDataType",schemaPath:"\
#/properties/Source/properties/SourceRabbitMQMsgSyncParameters/properties/BodyDataType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}
if(r.CloudMigrationTaskId!==void 0&&(t(r.CloudMigrationTaskId,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/CloudMigrationTaskId",parentData:r,parentDataProperty:"\
CloudMigrationTaskId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.DstClusterHost!==void 0&&(t(r.DstClusterHost,{instancePath:n+"/Source\
/SourceRabbitMQMsgSyncParameters/DstClusterHost",parentData:r,parentDataProperty:"DstClusterHost",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.DstClusterType!==void 0&&(t(r.DstClusterType,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/DstClusterType",parentData:r,parentDataProperty:"DstClus\
terType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Endpoint!==void 0&&(t(r.Endpoint,{instancePath:n+"/Source/SourceRabbitMQMsgSyncPar\
ameters/Endpoint",parentData:r,parentDataProperty:"Endpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceId!==void 0&&(t(r.InstanceId,
{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length)),r.InstanceType!==void 0&&(t(r.InstanceType,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/InstanceType",parentData:r,parentDataProperty:"\
InstanceType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.OrderConsume!==void 0){let o=r.OrderConsume;if(typeof o=="string"){if(!R.test(
o)){let p={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/OrderConsume",schemaPath:"#/properties/Source/properties/SourceRabbitMQMsgSyncParameters/prop\
erties/OrderConsume/pattern",keyword:"pattern",params:{pattern:"^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+
"/Source/SourceRabbitMQMsgSyncParameters/OrderConsume",schemaPath:"#/properties/Source/properties/SourceRabbitMQMsgSyncParameters/properties/OrderConsume/type",
keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.Password!==void 0&&(t(r.Password,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParamet\
ers/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.PrefetchCount!==void 0){let o=r.PrefetchCount;
if(typeof o=="string"){if(!Q.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/PrefetchCount",schemaPath:"#/properties/Source/properties/S\
ourceRabbitMQMsgSyncParameters/properties/PrefetchCount/pattern",keyword:"pattern",params:{pattern:"^(?:[1-9][0-9]{0,2}|1000)$"}};e===null?e=[p]:e.push(p),a++}}else{
let p={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/PrefetchCount",schemaPath:"#/properties/Source/properties/SourceRabbitMQMsgSyncParameters/propert\
ies/PrefetchCount/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.QueueName!==void 0&&(t(r.QueueName,{instancePath:n+"/Source/Sourc\
eRabbitMQMsgSyncParameters/QueueName",parentData:r,parentDataProperty:"QueueName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Regex!==void 0&&
(t(r.Regex,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/Regex",parentData:r,parentDataProperty:"Regex",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/RegionId",parentData:r,parentDataProperty:"Regi\
onId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SrcClusterHost!==void 0&&(t(r.SrcClusterHost,{instancePath:n+"/Source/SourceRabbitMQM\
sgSyncParameters/SrcClusterHost",parentData:r,parentDataProperty:"SrcClusterHost",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SrcClusterType!==
void 0&&(t(r.SrcClusterType,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/SrcClusterType",parentData:r,parentDataProperty:"SrcClusterType",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SyncMetaType!==void 0&&(t(r.SyncMetaType,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/SyncMet\
aType",parentData:r,parentDataProperty:"SyncMetaType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,{instancePath:n+
"/Source/SourceRabbitMQMsgSyncParameters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.VirtualHostName!==void 0&&(t(r.VirtualHostName,{instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters/VirtualHostName",parentData:r,parentDataProperty:"Virt\
ualHostName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Source/SourceRabbitMQMsgSyncParameters",schemaPath:"\
#/properties/Source/properties/SourceRabbitMQMsgSyncParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceRabbitMQParameters!==
void 0){let r=c.SourceRabbitMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.
test(o)){let p={instancePath:n+"/Source/SourceRabbitMQParameters/NetworkType",schemaPath:"#/properties/Source/properties/SourceRabbitMQParameters/properties/Net\
workType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][R\
r][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQParameters/NetworkType",schemaPath:"#/properties/Source/properties/S\
ourceRabbitMQParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+
"/Source/SourceRabbitMQParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==
void 0&&(t(r.VSwitchIds,{instancePath:n+"/Source/SourceRabbitMQParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Source/SourceRabbitMQParameters/SecurityGroupId",parentData:r,
parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.BodyDataType!==void 0){let o=r.BodyDataType;if(typeof o==
"string"){if(!I.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQParameters/BodyDataType",schemaPath:"#/properties/Source/properties/SourceRabbitMQParamete\
rs/properties/BodyDataType/pattern",keyword:"pattern",params:{pattern:"^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee][Xx][Tt]|[Bb][Ii][Nn][Aa][Rr][Yy])$"}};e===null?e=[p]:e.push(
p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQParameters/BodyDataType",schemaPath:"#/properties/Source/properties/SourceRabbitMQParameters/propertie\
s/BodyDataType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.CloudMigrationTaskId!==void 0&&(t(r.CloudMigrationTaskId,{instancePath:n+
"/Source/SourceRabbitMQParameters/CloudMigrationTaskId",parentData:r,parentDataProperty:"CloudMigrationTaskId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.DstClusterHost!==void 0&&(t(r.DstClusterHost,{instancePath:n+"/Source/SourceRabbitMQParameters/DstClusterHost",parentData:r,parentDataProperty:"D\
stClusterHost",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.DstClusterType!==void 0&&(t(r.DstClusterType,{instancePath:n+"/Source/Source\
RabbitMQParameters/DstClusterType",parentData:r,parentDataProperty:"DstClusterType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Endpoint!==
void 0&&(t(r.Endpoint,{instancePath:n+"/Source/SourceRabbitMQParameters/Endpoint",parentData:r,parentDataProperty:"Endpoint",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Source/SourceRabbitMQParameters/InstanceId",parentData:r,parentDataProperty:"\
InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceType!==void 0&&(t(r.InstanceType,{instancePath:n+"/Source/SourceRabbitM\
QParameters/InstanceType",parentData:r,parentDataProperty:"InstanceType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.OrderConsume!==void 0){
let o=r.OrderConsume;if(typeof o=="string"){if(!R.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQParameters/OrderConsume",schemaPath:"#/properties/Source\
/properties/SourceRabbitMQParameters/properties/OrderConsume/pattern",keyword:"pattern",params:{pattern:"^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"}};e===null?
e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQParameters/OrderConsume",schemaPath:"#/properties/Source/properties/SourceRabbitMQParamet\
ers/properties/OrderConsume/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.Password!==void 0&&(t(r.Password,{instancePath:n+"/S\
ource/SourceRabbitMQParameters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.PrefetchCount!==
void 0){let o=r.PrefetchCount;if(typeof o=="string"){if(!Q.test(o)){let p={instancePath:n+"/Source/SourceRabbitMQParameters/PrefetchCount",schemaPath:"#/propert\
ies/Source/properties/SourceRabbitMQParameters/properties/PrefetchCount/pattern",keyword:"pattern",params:{pattern:"^(?:[1-9][0-9]{0,2}|1000)$"}};e===null?e=[p]:
e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRabbitMQParameters/PrefetchCount",schemaPath:"#/properties/Source/properties/SourceRabbitMQParameters/p\
roperties/PrefetchCount/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.QueueName!==void 0&&(t(r.QueueName,{instancePath:n+"/Source\
/SourceRabbitMQParameters/QueueName",parentData:r,parentDataProperty:"QueueName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Regex!==void 0&&
(t(r.Regex,{instancePath:n+"/Source/SourceRabbitMQParameters/Regex",parentData:r,parentDataProperty:"Regex",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceRabbitMQParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SrcClusterHost!==void 0&&(t(r.SrcClusterHost,{instancePath:n+"/Source/SourceRabbitMQParameters/SrcCluster\
Host",parentData:r,parentDataProperty:"SrcClusterHost",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SrcClusterType!==void 0&&(t(r.SrcClusterType,
{instancePath:n+"/Source/SourceRabbitMQParameters/SrcClusterType",parentData:r,parentDataProperty:"SrcClusterType",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length)),r.SyncMetaType!==void 0&&(t(r.SyncMetaType,{instancePath:n+"/Source/SourceRabbitMQParameters/SyncMetaType",parentData:r,parentDataProperty:"\
SyncMetaType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,{instancePath:n+"/Source/SourceRabbitMQParam\
eters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VirtualHostName!==void 0&&(t(r.VirtualHostName,
{instancePath:n+"/Source/SourceRabbitMQParameters/VirtualHostName",parentData:r,parentDataProperty:"VirtualHostName",rootData:s})||(e=e===null?t.errors:e.concat(
t.errors),a=e.length))}else{let o={instancePath:n+"/Source/SourceRabbitMQParameters",schemaPath:"#/properties/Source/properties/SourceRabbitMQParameters/type",keyword:"\
type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceRocketMQCheckpointParameters!==void 0){let r=c.SourceRocketMQCheckpointParameters;if(r&&typeof r==
"object"&&!Array.isArray(r)){if(r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Source/SourceRocketMQCheckpointParameters/InstanceId",parentData:r,parentDataProperty:"\
InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceType!==void 0&&(t(r.InstanceType,{instancePath:n+"/Source/SourceRocketM\
QCheckpointParameters/InstanceType",parentData:r,parentDataProperty:"InstanceType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RegionId!==
void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceRocketMQCheckpointParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||(e=e===null?
t.errors:e.concat(t.errors),a=e.length)),r.Topics!==void 0){let o=r.Topics;if(Array.isArray(o)){let p=o.length;for(let f=0;f<p;f++)t(o[f],{instancePath:n+"/Sour\
ce/SourceRocketMQCheckpointParameters/Topics/"+f,parentData:o,parentDataProperty:f,rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)}else{let p={
instancePath:n+"/Source/SourceRocketMQCheckpointParameters/Topics",schemaPath:"#/properties/Source/properties/SourceRocketMQCheckpointParameters/properties/Topi\
cs/type",keyword:"type",params:{type:"array"}};e===null?e=[p]:e.push(p),a++}}}else{let o={instancePath:n+"/Source/SourceRocketMQCheckpointParameters",schemaPath:"\
#/properties/Source/properties/SourceRocketMQCheckpointParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceRocketMQParameters!==
void 0){let r=c.SourceRocketMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.Network!==void 0){let o=r.Network;if(typeof o=="string"){if(!S.test(o)){
let p={instancePath:n+"/Source/SourceRocketMQParameters/Network",schemaPath:"#/properties/Source/properties/SourceRocketMQParameters/properties/Network/pattern",
keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?
e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRocketMQParameters/Network",schemaPath:"#/properties/Source/properties/SourceRocketMQParameters/p\
roperties/Network/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Source/SourceRock\
etMQParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,
{instancePath:n+"/Source/SourceRocketMQParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Source/SourceRocketMQParameters/SecurityGroupId",parentData:r,parentDataProperty:"\
SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceNetwork!==void 0){let o=r.InstanceNetwork;if(typeof o=="string"){if(!S.
test(o)){let p={instancePath:n+"/Source/SourceRocketMQParameters/InstanceNetwork",schemaPath:"#/properties/Source/properties/SourceRocketMQParameters/properties\
/InstanceNetwork/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][W\
w][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRocketMQParameters/InstanceNetwork",schemaPath:"#/properties/Source/\
properties/SourceRocketMQParameters/properties/InstanceNetwork/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.InstanceVpcId!==void 0&&
(t(r.InstanceVpcId,{instancePath:n+"/Source/SourceRocketMQParameters/InstanceVpcId",parentData:r,parentDataProperty:"InstanceVpcId",rootData:s})||(e=e===null?t.
errors:e.concat(t.errors),a=e.length)),r.InstanceVSwitchIds!==void 0&&(t(r.InstanceVSwitchIds,{instancePath:n+"/Source/SourceRocketMQParameters/InstanceVSwitchI\
ds",parentData:r,parentDataProperty:"InstanceVSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceSecurityGroupId!==void 0&&
(t(r.InstanceSecurityGroupId,{instancePath:n+"/Source/SourceRocketMQParameters/InstanceSecurityGroupId",parentData:r,parentDataProperty:"InstanceSecurityGroupId",
rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.AuthType!==void 0&&(t(r.AuthType,{instancePath:n+"/Source/SourceRocketMQParameters/AuthType",
parentData:r,parentDataProperty:"AuthType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.BodyDataType!==void 0){let o=r.BodyDataType;if(typeof o==
"string"){if(!I.test(o)){let p={instancePath:n+"/Source/SourceRocketMQParameters/BodyDataType",schemaPath:"#/properties/Source/properties/SourceRocketMQParamete\
rs/properties/BodyDataType/pattern",keyword:"pattern",params:{pattern:"^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee][Xx][Tt]|[Bb][Ii][Nn][Aa][Rr][Yy])$"}};e===null?e=[p]:e.push(
p),a++}}else{let p={instancePath:n+"/Source/SourceRocketMQParameters/BodyDataType",schemaPath:"#/properties/Source/properties/SourceRocketMQParameters/propertie\
s/BodyDataType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.FilterSql!==void 0&&(t(r.FilterSql,{instancePath:n+"/Source/Sourc\
eRocketMQParameters/FilterSql",parentData:r,parentDataProperty:"FilterSql",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.FilterType!==void 0&&
(t(r.FilterType,{instancePath:n+"/Source/SourceRocketMQParameters/FilterType",parentData:r,parentDataProperty:"FilterType",rootData:s})||(e=e===null?t.errors:e.
concat(t.errors),a=e.length)),r.GroupID!==void 0&&(t(r.GroupID,{instancePath:n+"/Source/SourceRocketMQParameters/GroupID",parentData:r,parentDataProperty:"Group\
ID",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceEndpoint!==void 0&&(t(r.InstanceEndpoint,{instancePath:n+"/Source/SourceRocketM\
QParameters/InstanceEndpoint",parentData:r,parentDataProperty:"InstanceEndpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceId!==
void 0&&(t(r.InstanceId,{instancePath:n+"/Source/SourceRocketMQParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.InstancePassword!==void 0&&(t(r.InstancePassword,{instancePath:n+"/Source/SourceRocketMQParameters/InstancePassword",parentData:r,
parentDataProperty:"InstancePassword",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceType!==void 0){let o=r.InstanceType;if(typeof o==
"string"){if(!H.test(o)){let p={instancePath:n+"/Source/SourceRocketMQParameters/InstanceType",schemaPath:"#/properties/Source/properties/SourceRocketMQParamete\
rs/properties/InstanceType/pattern",keyword:"pattern",params:{pattern:"^(?:[Cc][Ll][Oo][Uu][Dd]_4|[Cc][Ll][Oo][Uu][Dd]_5|[Ss][Ee][Ll][Ff][Bb][Uu][Ii][Ll][Tt])$"}};
e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRocketMQParameters/InstanceType",schemaPath:"#/properties/Source/properties/SourceRocket\
MQParameters/properties/InstanceType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.InstanceUsername!==void 0&&(t(r.InstanceUsername,
{instancePath:n+"/Source/SourceRocketMQParameters/InstanceUsername",parentData:r,parentDataProperty:"InstanceUsername",rootData:s})||(e=e===null?t.errors:e.concat(
t.errors),a=e.length)),r.Offset!==void 0){let o=r.Offset;if(typeof o=="string"){if(!v.test(o)){let p={instancePath:n+"/Source/SourceRocketMQParameters/Offset",schemaPath:"\
#/properties/Source/properties/SourceRocketMQParameters/properties/Offset/pattern",keyword:"pattern",params:{pattern:"^(?:[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][\
Oo][Mm]_[Ll][Aa][Ss][Tt]_[Oo][Ff][Ff][Ss][Ee][Tt]|[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][Oo][Mm]_[Ff][Ii][Rr][Ss][Tt]_[Oo][Ff][Ff][Ss][Ee][Tt]|[Cc][Oo][Nn][Ss][U\
u][Mm][Ee]_[Ff][Rr][Oo][Mm]_[Tt][Ii][Mm][Ee][Ss][Tt][Aa][Mm][Pp])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceRocketMQParameters\
/Offset",schemaPath:"#/properties/Source/properties/SourceRocketMQParameters/properties/Offset/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(
p),a++}}r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceRocketMQParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Tag!==void 0&&(t(r.Tag,{instancePath:n+"/Source/SourceRocketMQParameters/Tag",parentData:r,parentDataProperty:"\
Tag",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Timestamp!==void 0&&(d(r.Timestamp,{instancePath:n+"/Source/SourceRocketMQParameters/T\
imestamp",parentData:r,parentDataProperty:"Timestamp",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),r.Topic!==void 0&&(t(r.Topic,{instancePath:n+
"/Source/SourceRocketMQParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={
instancePath:n+"/Source/SourceRocketMQParameters",schemaPath:"#/properties/Source/properties/SourceRocketMQParameters/type",keyword:"type",params:{type:"object"}};
e===null?e=[o]:e.push(o),a++}}if(c.SourceSLSParameters!==void 0){let r=c.SourceSLSParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.ConsumePosition!==
void 0){let o=r.ConsumePosition;if(typeof o=="string"){if(!F.test(o)){let p={instancePath:n+"/Source/SourceSLSParameters/ConsumePosition",schemaPath:"#/properti\
es/Source/properties/SourceSLSParameters/properties/ConsumePosition/pattern",keyword:"pattern",params:{pattern:"^(?:[Bb][Ee][Gg][Ii][Nn]|[Ee][Nn][Dd]|[0-9]+)$"}};
e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Source/SourceSLSParameters/ConsumePosition",schemaPath:"#/properties/Source/properties/SourceSLSParam\
eters/properties/ConsumePosition/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.ConsumerGroup!==void 0&&(t(r.ConsumerGroup,{instancePath:n+
"/Source/SourceSLSParameters/ConsumerGroup",parentData:r,parentDataProperty:"ConsumerGroup",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.
LogStore!==void 0&&(t(r.LogStore,{instancePath:n+"/Source/SourceSLSParameters/LogStore",parentData:r,parentDataProperty:"LogStore",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.Project!==void 0&&(t(r.Project,{instancePath:n+"/Source/SourceSLSParameters/Project",parentData:r,parentDataProperty:"Project",
rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+"/Source/SourceSLSParameters/RegionId",parentData:r,
parentDataProperty:"RegionId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RoleName!==void 0&&(t(r.RoleName,{instancePath:n+"/Source/Sou\
rceSLSParameters/RoleName",parentData:r,parentDataProperty:"RoleName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+
"/Source/SourceSLSParameters",schemaPath:"#/properties/Source/properties/SourceSLSParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(
o),a++}}}else{let r={instancePath:n+"/Source",schemaPath:"#/properties/Source/type",keyword:"type",params:{type:"object"}};e===null?e=[r]:e.push(r),a++}}if(u.Sink!==
void 0){let c=u.Sink;if(c&&typeof c=="object"&&!Array.isArray(c)){if(Object.keys(c).length>1){let r={instancePath:n+"/Sink",schemaPath:"#/properties/Sink/maxPro\
perties",keyword:"maxProperties",params:{limit:1}};e===null?e=[r]:e.push(r),a++}if(Object.keys(c).length<1){let r={instancePath:n+"/Sink",schemaPath:"#/properti\
es/Sink/minProperties",keyword:"minProperties",params:{limit:1}};e===null?e=[r]:e.push(r),a++}if(c.SinkAgentRunParameters!==void 0){let r=c.SinkAgentRunParameters;
if(r&&typeof r=="object"&&!Array.isArray(r))r.AgentRuntimeName!==void 0&&(t(r.AgentRuntimeName,{instancePath:n+"/Sink/SinkAgentRunParameters/AgentRuntimeName",parentData:r,
parentDataProperty:"AgentRuntimeName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkA\
gentRunParameters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.EndpointName!==void 0&&(t(r.
EndpointName,{instancePath:n+"/Sink/SinkAgentRunParameters/EndpointName",parentData:r,parentDataProperty:"EndpointName",rootData:s})||(e=e===null?t.errors:e.concat(
t.errors),a=e.length)),r.RoleName!==void 0&&(t(r.RoleName,{instancePath:n+"/Sink/SinkAgentRunParameters/RoleName",parentData:r,parentDataProperty:"RoleName",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Timeout!==void 0&&(t(r.Timeout,{instancePath:n+"/Sink/SinkAgentRunParameters/Timeout",parentData:r,parentDataProperty:"\
Timeout",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkAgentRunParameters",schemaPath:"#/properties/S\
ink/properties/SinkAgentRunParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkApacheKafkaParameters!==void 0){let r=c.
SinkApacheKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0&&(i(r.NetworkType,{instancePath:n+"/Sink/SinkApacheKafkaParamet\
ers/NetworkType",parentData:r,parentDataProperty:"NetworkType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VpcId!==void 0&&(i(r.VpcId,{
instancePath:n+"/Sink/SinkApacheKafkaParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.VSwitchIds!==void 0&&(i(r.VSwitchIds,{instancePath:n+"/Sink/SinkApacheKafkaParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=
e===null?i.errors:e.concat(i.errors),a=e.length)),r.SecurityGroupId!==void 0&&(i(r.SecurityGroupId,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SecurityGrou\
pId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.SslKeyPassword!==void 0&&(t(r.SslKeyPassword,
{instancePath:n+"/Sink/SinkApacheKafkaParameters/SslKeyPassword",parentData:r,parentDataProperty:"SslKeyPassword",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length)),r.SslKeystoreCertificateChain!==void 0&&(t(r.SslKeystoreCertificateChain,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SslKeystoreCertif\
icateChain",parentData:r,parentDataProperty:"SslKeystoreCertificateChain",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SslTruststoreCertificates!==
void 0&&(t(r.SslTruststoreCertificates,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SslTruststoreCertificates",parentData:r,parentDataProperty:"SslTruststor\
eCertificates",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Acks!==void 0&&(t(r.Acks,{instancePath:n+"/Sink/SinkApacheKafkaParameters/Ac\
ks",parentData:r,parentDataProperty:"Acks",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Bootstraps!==void 0&&(t(r.Bootstraps,{instancePath:n+
"/Sink/SinkApacheKafkaParameters/Bootstraps",parentData:r,parentDataProperty:"Bootstraps",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.CompressionType!==
void 0&&(t(r.CompressionType,{instancePath:n+"/Sink/SinkApacheKafkaParameters/CompressionType",parentData:r,parentDataProperty:"CompressionType",rootData:s})||(e=
e===null?t.errors:e.concat(t.errors),a=e.length)),r.DynamicTopic!==void 0&&(i(r.DynamicTopic,{instancePath:n+"/Sink/SinkApacheKafkaParameters/DynamicTopic",parentData:r,
parentDataProperty:"DynamicTopic",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Headers!==void 0&&(i(r.Headers,{instancePath:n+"/Sink/Sin\
kApacheKafkaParameters/Headers",parentData:r,parentDataProperty:"Headers",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Key!==void 0&&(i(
r.Key,{instancePath:n+"/Sink/SinkApacheKafkaParameters/Key",parentData:r,parentDataProperty:"Key",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.SaslMechanism!==void 0&&(t(r.SaslMechanism,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SaslMechanism",parentData:r,parentDataProperty:"SaslMechanism",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SaslPassword!==void 0&&(t(r.SaslPassword,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SaslPassword",parentData:r,
parentDataProperty:"SaslPassword",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SaslUser!==void 0&&(t(r.SaslUser,{instancePath:n+"/Sink/S\
inkApacheKafkaParameters/SaslUser",parentData:r,parentDataProperty:"SaslUser",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityProtocol!==
void 0&&(t(r.SecurityProtocol,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SecurityProtocol",parentData:r,parentDataProperty:"SecurityProtocol",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SslKeystoreKey!==void 0){let o=r.SslKeystoreKey;if(o&&typeof o=="object"&&!Array.isArray(o))o.KmsArn!==void 0&&
(t(o.KmsArn,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SslKeystoreKey/KmsArn",parentData:o,parentDataProperty:"KmsArn",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),o.KmsSecretValueKey!==void 0&&(t(o.KmsSecretValueKey,{instancePath:n+"/Sink/SinkApacheKafkaParameters/SslKeystoreKey/KmsSecretVa\
lueKey",parentData:o,parentDataProperty:"KmsSecretValueKey",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let p={instancePath:n+"/Sink\
/SinkApacheKafkaParameters/SslKeystoreKey",schemaPath:"#/properties/Sink/properties/SinkApacheKafkaParameters/properties/SslKeystoreKey/type",keyword:"type",params:{
type:"object"}};e===null?e=[p]:e.push(p),a++}}r.Topic!==void 0&&(t(r.Topic,{instancePath:n+"/Sink/SinkApacheKafkaParameters/Topic",parentData:r,parentDataProperty:"\
Topic",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Value!==void 0&&(i(r.Value,{instancePath:n+"/Sink/SinkApacheKafkaParameters/Value",parentData:r,
parentDataProperty:"Value",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length))}else{let o={instancePath:n+"/Sink/SinkApacheKafkaParameters",schemaPath:"\
#/properties/Sink/properties/SinkApacheKafkaParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkApacheRocketMQCheckpointParameters!==
void 0){let r=c.SinkApacheRocketMQCheckpointParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o==
"string"){if(!S.test(o)){let p={instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters/NetworkType",schemaPath:"#/properties/Sink/properties/SinkApacheRoc\
ketMQCheckpointParameters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][I\
i][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters/Netwo\
rkType",schemaPath:"#/properties/Sink/properties/SinkApacheRocketMQCheckpointParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===
null?e=[p]:e.push(p),a++}}r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters/VpcId",parentData:r,parentDataProperty:"Vpc\
Id",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchId!==void 0&&(t(r.VSwitchId,{instancePath:n+"/Sink/SinkApacheRocketMQCheckpointP\
arameters/VSwitchId",parentData:r,parentDataProperty:"VSwitchId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&
(t(r.SecurityGroupId,{instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.ConsumeTimestamp!==void 0&&(i(r.ConsumeTimestamp,{instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParam\
eters/ConsumeTimestamp",parentData:r,parentDataProperty:"ConsumeTimestamp",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Group!==void 0&&
(i(r.Group,{instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters/Group",parentData:r,parentDataProperty:"Group",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length)),r.InstanceEndpoint!==void 0&&(t(r.InstanceEndpoint,{instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters/InstanceEndpoint",parentData:r,
parentDataProperty:"InstanceEndpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstancePassword!==void 0&&(t(r.InstancePassword,{instancePath:n+
"/Sink/SinkApacheRocketMQCheckpointParameters/InstancePassword",parentData:r,parentDataProperty:"InstancePassword",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length)),r.InstanceUsername!==void 0&&(t(r.InstanceUsername,{instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters/InstanceUsername",parentData:r,
parentDataProperty:"InstanceUsername",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Topic!==void 0&&(i(r.Topic,{instancePath:n+"/Sink/Sin\
kApacheRocketMQCheckpointParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length))}else{let o={
instancePath:n+"/Sink/SinkApacheRocketMQCheckpointParameters",schemaPath:"#/properties/Sink/properties/SinkApacheRocketMQCheckpointParameters/type",keyword:"typ\
e",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkApiDestinationParameters!==void 0){let r=c.SinkApiDestinationParameters;if(r&&typeof r=="objec\
t"&&!Array.isArray(r)){if(r.BodyParameters!==void 0&&(i(r.BodyParameters,{instancePath:n+"/Sink/SinkApiDestinationParameters/BodyParameters",parentData:r,parentDataProperty:"\
BodyParameters",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.HeaderParameters!==void 0&&(i(r.HeaderParameters,{instancePath:n+"/Sink/Sin\
kApiDestinationParameters/HeaderParameters",parentData:r,parentDataProperty:"HeaderParameters",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.Name!==void 0&&(t(r.Name,{instancePath:n+"/Sink/SinkApiDestinationParameters/Name",parentData:r,parentDataProperty:"Name",rootData:s})||(e=e===null?t.errors:e.
concat(t.errors),a=e.length)),r.QueryStringParameters!==void 0&&(i(r.QueryStringParameters,{instancePath:n+"/Sink/SinkApiDestinationParameters/QueryStringParame\
ters",parentData:r,parentDataProperty:"QueryStringParameters",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Timeout!==void 0){let o=r.Timeout;
if(typeof o=="number"&&isFinite(o)){if(o>60||isNaN(o)){let p={instancePath:n+"/Sink/SinkApiDestinationParameters/Timeout",schemaPath:"#/properties/Sink/properti\
es/SinkApiDestinationParameters/properties/Timeout/maximum",keyword:"maximum",params:{comparison:"<=",limit:60}};e===null?e=[p]:e.push(p),a++}if(o<1||isNaN(o)){
let p={instancePath:n+"/Sink/SinkApiDestinationParameters/Timeout",schemaPath:"#/properties/Sink/properties/SinkApiDestinationParameters/properties/Timeout/mini\
mum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Sink/SinkApiDestinationParameters/Timeout",schemaPath:"\
#/properties/Sink/properties/SinkApiDestinationParameters/properties/Timeout/type",keyword:"type",params:{type:"number"}};e===null?e=[p]:e.push(p),a++}}}else{let o={
instancePath:n+"/Sink/SinkApiDestinationParameters",schemaPath:"#/properties/Sink/properties/SinkApiDestinationParameters/type",keyword:"type",params:{type:"obj\
ect"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkBaiLianParameters!==void 0){let r=c.SinkBaiLianParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.After!==void 0&&
(i(r.After,{instancePath:n+"/Sink/SinkBaiLianParameters/After",parentData:r,parentDataProperty:"After",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.
length)),r.ApplicationType!==void 0&&(t(r.ApplicationType,{instancePath:n+"/Sink/SinkBaiLianParameters/ApplicationType",parentData:r,parentDataProperty:"Applica\
tionType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Before!==void 0&&(i(r.Before,{instancePath:n+"/Sink/SinkBaiLianParameters/Before",
parentData:r,parentDataProperty:"Before",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Offset!==void 0&&(i(r.Offset,{instancePath:n+"/Sin\
k/SinkBaiLianParameters/Offset",parentData:r,parentDataProperty:"Offset",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Op!==void 0&&(i(r.
Op,{instancePath:n+"/Sink/SinkBaiLianParameters/Op",parentData:r,parentDataProperty:"Op",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Partition!==
void 0&&(i(r.Partition,{instancePath:n+"/Sink/SinkBaiLianParameters/Partition",parentData:r,parentDataProperty:"Partition",rootData:s})||(e=e===null?i.errors:e.
concat(i.errors),a=e.length)),r.WorkspaceId!==void 0&&(t(r.WorkspaceId,{instancePath:n+"/Sink/SinkBaiLianParameters/WorkspaceId",parentData:r,parentDataProperty:"\
WorkspaceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkBaiLianParameters",schemaPath:"#/propertie\
s/Sink/properties/SinkBaiLianParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkCustomizedKafkaConnectorParameters!==
void 0){let r=c.SinkCustomizedKafkaConnectorParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.ConnectorPackageUrl!==void 0&&(t(r.ConnectorPackageUrl,
{instancePath:n+"/Sink/SinkCustomizedKafkaConnectorParameters/ConnectorPackageUrl",parentData:r,parentDataProperty:"ConnectorPackageUrl",rootData:s})||(e=e===null?
t.errors:e.concat(t.errors),a=e.length)),r.ConnectorParameters!==void 0){let o=r.ConnectorParameters;if(o&&typeof o=="object"&&!Array.isArray(o))o.Config!==void 0&&
(m(o.Config,{instancePath:n+"/Sink/SinkCustomizedKafkaConnectorParameters/ConnectorParameters/Config",parentData:o,parentDataProperty:"Config",rootData:s})||(e=
e===null?m.errors:e.concat(m.errors),a=e.length)),o.Name!==void 0&&(t(o.Name,{instancePath:n+"/Sink/SinkCustomizedKafkaConnectorParameters/ConnectorParameters/N\
ame",parentData:o,parentDataProperty:"Name",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let p={instancePath:n+"/Sink/SinkCustomizedK\
afkaConnectorParameters/ConnectorParameters",schemaPath:"#/properties/Sink/properties/SinkCustomizedKafkaConnectorParameters/properties/ConnectorParameters/type",
keyword:"type",params:{type:"object"}};e===null?e=[p]:e.push(p),a++}}r.WorkerParameters!==void 0&&(m(r.WorkerParameters,{instancePath:n+"/Sink/SinkCustomizedKaf\
kaConnectorParameters/WorkerParameters",parentData:r,parentDataProperty:"WorkerParameters",rootData:s})||(e=e===null?m.errors:e.concat(m.errors),a=e.length))}else{
let o={instancePath:n+"/Sink/SinkCustomizedKafkaConnectorParameters",schemaPath:"#/properties/Sink/properties/SinkCustomizedKafkaConnectorParameters/type",keyword:"\
type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkCustomizedKafkaParameters!==void 0){let r=c.SinkCustomizedKafkaParameters;if(r&&typeof r=="\
object"&&!Array.isArray(r))r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Sink/SinkCustomizedKafkaParameters/InstanceId",parentData:r,parentDataProperty:"\
InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkCustomizedKafkaParameters",schemaPath:"#/pr\
operties/Sink/properties/SinkCustomizedKafkaParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkDashVectorParameters!==
void 0){let r=c.SinkDashVectorParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.ApiKey!==void 0&&(t(r.ApiKey,{instancePath:n+"/Sink/SinkDashVectorPar\
ameters/ApiKey",parentData:r,parentDataProperty:"ApiKey",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Collection!==void 0&&(t(r.Collection,
{instancePath:n+"/Sink/SinkDashVectorParameters/Collection",parentData:r,parentDataProperty:"Collection",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=
e.length)),r.DashVectorSchemaParameters!==void 0){let o=r.DashVectorSchemaParameters;if(Array.isArray(o)){let p=o.length;for(let f=0;f<p;f++){let l=o[f];if(l&&typeof l==
"object"&&!Array.isArray(l))l.Name!==void 0&&(i(l.Name,{instancePath:n+"/Sink/SinkDashVectorParameters/DashVectorSchemaParameters/"+f+"/Name",parentData:l,parentDataProperty:"\
Name",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),l.Type!==void 0&&(i(l.Type,{instancePath:n+"/Sink/SinkDashVectorParameters/DashVectorSc\
hemaParameters/"+f+"/Type",parentData:l,parentDataProperty:"Type",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),l.Value!==void 0&&(i(l.Value,
{instancePath:n+"/Sink/SinkDashVectorParameters/DashVectorSchemaParameters/"+f+"/Value",parentData:l,parentDataProperty:"Value",rootData:s})||(e=e===null?i.errors:
e.concat(i.errors),a=e.length));else{let g={instancePath:n+"/Sink/SinkDashVectorParameters/DashVectorSchemaParameters/"+f,schemaPath:"#/properties/Sink/properti\
es/SinkDashVectorParameters/properties/DashVectorSchemaParameters/items/type",keyword:"type",params:{type:"object"}};e===null?e=[g]:e.push(g),a++}}}else{let p={
instancePath:n+"/Sink/SinkDashVectorParameters/DashVectorSchemaParameters",schemaPath:"#/properties/Sink/properties/SinkDashVectorParameters/properties/DashVect\
orSchemaParameters/type",keyword:"type",params:{type:"array"}};e===null?e=[p]:e.push(p),a++}}r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Sink/SinkD\
ashVectorParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Network!==void 0&&
(t(r.Network,{instancePath:n+"/Sink/SinkDashVectorParameters/Network",parentData:r,parentDataProperty:"Network",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.Operation!==void 0&&(t(r.Operation,{instancePath:n+"/Sink/SinkDashVectorParameters/Operation",parentData:r,parentDataProperty:"Operation",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Partition!==void 0&&(i(r.Partition,{instancePath:n+"/Sink/SinkDashVectorParameters/Partition",parentData:r,
parentDataProperty:"Partition",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.PrimaryKeyId!==void 0&&(i(r.PrimaryKeyId,{instancePath:n+"/S\
ink/SinkDashVectorParameters/PrimaryKeyId",parentData:r,parentDataProperty:"PrimaryKeyId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Vector!==
void 0&&(i(r.Vector,{instancePath:n+"/Sink/SinkDashVectorParameters/Vector",parentData:r,parentDataProperty:"Vector",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length))}else{let o={instancePath:n+"/Sink/SinkDashVectorParameters",schemaPath:"#/properties/Sink/properties/SinkDashVectorParameters/type",keyword:"\
type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkDataHubParameters!==void 0){let r=c.SinkDataHubParameters;if(r&&typeof r=="object"&&!Array.
isArray(r))r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkDataHubParameters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:
e.concat(i.errors),a=e.length)),r.ContentSchema!==void 0&&(i(r.ContentSchema,{instancePath:n+"/Sink/SinkDataHubParameters/ContentSchema",parentData:r,parentDataProperty:"\
ContentSchema",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.ContentType!==void 0&&(i(r.ContentType,{instancePath:n+"/Sink/SinkDataHubPar\
ameters/ContentType",parentData:r,parentDataProperty:"ContentType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Project!==void 0&&(i(r.Project,
{instancePath:n+"/Sink/SinkDataHubParameters/Project",parentData:r,parentDataProperty:"Project",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.RoleName!==void 0&&(i(r.RoleName,{instancePath:n+"/Sink/SinkDataHubParameters/RoleName",parentData:r,parentDataProperty:"RoleName",rootData:s})||(e=e===null?i.
errors:e.concat(i.errors),a=e.length)),r.Topic!==void 0&&(i(r.Topic,{instancePath:n+"/Sink/SinkDataHubParameters/Topic",parentData:r,parentDataProperty:"Topic",
rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.TopicSchema!==void 0&&(i(r.TopicSchema,{instancePath:n+"/Sink/SinkDataHubParameters/TopicSc\
hema",parentData:r,parentDataProperty:"TopicSchema",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.TopicType!==void 0&&(i(r.TopicType,{instancePath:n+
"/Sink/SinkDataHubParameters/TopicType",parentData:r,parentDataProperty:"TopicType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={
instancePath:n+"/Sink/SinkDataHubParameters",schemaPath:"#/properties/Sink/properties/SinkDataHubParameters/type",keyword:"type",params:{type:"object"}};e===null?
e=[o]:e.push(o),a++}}if(c.SinkDataWorksTriggerParameters!==void 0){let r=c.SinkDataWorksTriggerParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.Enable!==
void 0&&(t(r.Enable,{instancePath:n+"/Sink/SinkDataWorksTriggerParameters/Enable",parentData:r,parentDataProperty:"Enable",rootData:s})||(e=e===null?t.errors:e.
concat(t.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkDataWorksTriggerParameters",schemaPath:"#/properties/Sink/properties/SinkDataWorksTriggerPar\
ameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkDorisParameters!==void 0){let r=c.SinkDorisParameters;if(r&&typeof r==
"object"&&!Array.isArray(r))r.NetworkType!==void 0&&(i(r.NetworkType,{instancePath:n+"/Sink/SinkDorisParameters/NetworkType",parentData:r,parentDataProperty:"Ne\
tworkType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VpcId!==void 0&&(i(r.VpcId,{instancePath:n+"/Sink/SinkDorisParameters/VpcId",parentData:r,
parentDataProperty:"VpcId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VSwitchIds!==void 0&&(i(r.VSwitchIds,{instancePath:n+"/Sink/Sink\
DorisParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.SecurityGroupId!==
void 0&&(i(r.SecurityGroupId,{instancePath:n+"/Sink/SinkDorisParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===
null?i.errors:e.concat(i.errors),a=e.length)),r.BeHttpEndpoint!==void 0&&(i(r.BeHttpEndpoint,{instancePath:n+"/Sink/SinkDorisParameters/BeHttpEndpoint",parentData:r,
parentDataProperty:"BeHttpEndpoint",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkDor\
isParameters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Database!==void 0&&(i(r.Database,
{instancePath:n+"/Sink/SinkDorisParameters/Database",parentData:r,parentDataProperty:"Database",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.FeHttpEndpoint!==void 0&&(i(r.FeHttpEndpoint,{instancePath:n+"/Sink/SinkDorisParameters/FeHttpEndpoint",parentData:r,parentDataProperty:"FeHttpEndpoint",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Password!==void 0&&(i(r.Password,{instancePath:n+"/Sink/SinkDorisParameters/Password",parentData:r,parentDataProperty:"\
Password",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.QueryEndpoint!==void 0&&(i(r.QueryEndpoint,{instancePath:n+"/Sink/SinkDorisParame\
ters/QueryEndpoint",parentData:r,parentDataProperty:"QueryEndpoint",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Table!==void 0&&(i(r.Table,
{instancePath:n+"/Sink/SinkDorisParameters/Table",parentData:r,parentDataProperty:"Table",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.UserName!==
void 0&&(i(r.UserName,{instancePath:n+"/Sink/SinkDorisParameters/UserName",parentData:r,parentDataProperty:"UserName",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkDorisParameters",schemaPath:"#/properties/Sink/properties/SinkDorisParameters/type",keyword:"type",
params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkEventHouseParameters!==void 0){let r=c.SinkEventHouseParameters;if(r&&typeof r=="object"&&!Array.
isArray(r)){if(r.CatalogName!==void 0&&(t(r.CatalogName,{instancePath:n+"/Sink/SinkEventHouseParameters/CatalogName",parentData:r,parentDataProperty:"CatalogNam\
e",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.EventTableName!==void 0&&(t(r.EventTableName,{instancePath:n+"/Sink/SinkEventHouseParame\
ters/EventTableName",parentData:r,parentDataProperty:"EventTableName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.MappingRules!==void 0){
let o=r.MappingRules;if(Array.isArray(o)){let p=o.length;for(let f=0;f<p;f++){let l=o[f];if(l&&typeof l=="object"&&!Array.isArray(l))l.ColumnName!==void 0&&(t(l.
ColumnName,{instancePath:n+"/Sink/SinkEventHouseParameters/MappingRules/"+f+"/ColumnName",parentData:l,parentDataProperty:"ColumnName",rootData:s})||(e=e===null?
t.errors:e.concat(t.errors),a=e.length)),l.ColumnType!==void 0&&(t(l.ColumnType,{instancePath:n+"/Sink/SinkEventHouseParameters/MappingRules/"+f+"/ColumnType",parentData:l,
parentDataProperty:"ColumnType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),l.ColumnValue!==void 0&&(i(l.ColumnValue,{instancePath:n+"/Si\
nk/SinkEventHouseParameters/MappingRules/"+f+"/ColumnValue",parentData:l,parentDataProperty:"ColumnValue",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),
a=e.length));else{let g={instancePath:n+"/Sink/SinkEventHouseParameters/MappingRules/"+f,schemaPath:"#/properties/Sink/properties/SinkEventHouseParameters/prope\
rties/MappingRules/items/type",keyword:"type",params:{type:"object"}};e===null?e=[g]:e.push(g),a++}}}else{let p={instancePath:n+"/Sink/SinkEventHouseParameters/\
MappingRules",schemaPath:"#/properties/Sink/properties/SinkEventHouseParameters/properties/MappingRules/type",keyword:"type",params:{type:"array"}};e===null?e=[
p]:e.push(p),a++}}r.NamespaceName!==void 0&&(t(r.NamespaceName,{instancePath:n+"/Sink/SinkEventHouseParameters/NamespaceName",parentData:r,parentDataProperty:"N\
amespaceName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Sink/SinkEventHouseParameters",schemaPath:"#/prope\
rties/Sink/properties/SinkEventHouseParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkFcParameters!==void 0){let r=c.
SinkFcParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.BatchSize!==void 0&&(i(r.BatchSize,{instancePath:n+"/Sink/SinkFcParameters/BatchSize",parentData:r,
parentDataProperty:"BatchSize",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkFcParame\
ters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Concurrency!==void 0&&(i(r.Concurrency,{instancePath:n+
"/Sink/SinkFcParameters/Concurrency",parentData:r,parentDataProperty:"Concurrency",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.DataFormat!==
void 0&&(i(r.DataFormat,{instancePath:n+"/Sink/SinkFcParameters/DataFormat",parentData:r,parentDataProperty:"DataFormat",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length)),r.ExtendConfig!==void 0&&(m(r.ExtendConfig,{instancePath:n+"/Sink/SinkFcParameters/ExtendConfig",parentData:r,parentDataProperty:"ExtendC\
onfig",rootData:s})||(e=e===null?m.errors:e.concat(m.errors),a=e.length)),r.FunctionName!==void 0&&(i(r.FunctionName,{instancePath:n+"/Sink/SinkFcParameters/Fun\
ctionName",parentData:r,parentDataProperty:"FunctionName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.InvocationType!==void 0&&(i(r.InvocationType,
{instancePath:n+"/Sink/SinkFcParameters/InvocationType",parentData:r,parentDataProperty:"InvocationType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=
e.length)),r.Qualifier!==void 0&&(i(r.Qualifier,{instancePath:n+"/Sink/SinkFcParameters/Qualifier",parentData:r,parentDataProperty:"Qualifier",rootData:s})||(e=
e===null?i.errors:e.concat(i.errors),a=e.length)),r.ServiceName!==void 0&&(i(r.ServiceName,{instancePath:n+"/Sink/SinkFcParameters/ServiceName",parentData:r,parentDataProperty:"\
ServiceName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkFcParameters",schemaPath:"#/properties/Sin\
k/properties/SinkFcParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkFnfParameters!==void 0){let r=c.SinkFnfParameters;
if(r&&typeof r=="object"&&!Array.isArray(r))r.ExecutionName!==void 0&&(i(r.ExecutionName,{instancePath:n+"/Sink/SinkFnfParameters/ExecutionName",parentData:r,parentDataProperty:"\
ExecutionName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.FlowName!==void 0&&(i(r.FlowName,{instancePath:n+"/Sink/SinkFnfParameters/Fl\
owName",parentData:r,parentDataProperty:"FlowName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Input!==void 0&&(i(r.Input,{instancePath:n+
"/Sink/SinkFnfParameters/Input",parentData:r,parentDataProperty:"Input",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.RoleName!==void 0&&
(i(r.RoleName,{instancePath:n+"/Sink/SinkFnfParameters/RoleName",parentData:r,parentDataProperty:"RoleName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),
a=e.length));else{let o={instancePath:n+"/Sink/SinkFnfParameters",schemaPath:"#/properties/Sink/properties/SinkFnfParameters/type",keyword:"type",params:{type:"\
object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkHttpsParameters!==void 0){let r=c.SinkHttpsParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==
void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.test(o)){let p={instancePath:n+"/Sink/SinkHttpsParameters/NetworkType",schemaPath:"#/properties/Sink/pr\
operties/SinkHttpsParameters/properties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr\
][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Sink/SinkHttpsParameters/NetworkType",schemaPath:"\
#/properties/Sink/properties/SinkHttpsParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.VpcId!==void 0&&
(t(r.VpcId,{instancePath:n+"/Sink/SinkHttpsParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Sink/SinkHttpsParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Sink/SinkHttpsParameters/SecurityGroupId",parentData:r,
parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkHt\
tpsParameters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Method!==void 0&&(t(r.Method,{instancePath:n+
"/Sink/SinkHttpsParameters/Method",parentData:r,parentDataProperty:"Method",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Token!==void 0&&
(t(r.Token,{instancePath:n+"/Sink/SinkHttpsParameters/Token",parentData:r,parentDataProperty:"Token",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.URL!==void 0&&(i(r.URL,{instancePath:n+"/Sink/SinkHttpsParameters/URL",parentData:r,parentDataProperty:"URL",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),
a=e.length))}else{let o={instancePath:n+"/Sink/SinkHttpsParameters",schemaPath:"#/properties/Sink/properties/SinkHttpsParameters/type",keyword:"type",params:{type:"\
object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkKafkaParameters!==void 0){let r=c.SinkKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.Acks!==void 0&&
(i(r.Acks,{instancePath:n+"/Sink/SinkKafkaParameters/Acks",parentData:r,parentDataProperty:"Acks",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.CompressionType!==void 0&&(t(r.CompressionType,{instancePath:n+"/Sink/SinkKafkaParameters/CompressionType",parentData:r,parentDataProperty:"CompressionType",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.DynamicTopic!==void 0&&(i(r.DynamicTopic,{instancePath:n+"/Sink/SinkKafkaParameters/DynamicTopic",parentData:r,
parentDataProperty:"DynamicTopic",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.ExtendConfig!==void 0&&(m(r.ExtendConfig,{instancePath:n+
"/Sink/SinkKafkaParameters/ExtendConfig",parentData:r,parentDataProperty:"ExtendConfig",rootData:s})||(e=e===null?m.errors:e.concat(m.errors),a=e.length)),r.Headers!==
void 0&&(i(r.Headers,{instancePath:n+"/Sink/SinkKafkaParameters/Headers",parentData:r,parentDataProperty:"Headers",rootData:s})||(e=e===null?i.errors:e.concat(i.
errors),a=e.length)),r.InstanceId!==void 0&&(i(r.InstanceId,{instancePath:n+"/Sink/SinkKafkaParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",
rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Key!==void 0&&(i(r.Key,{instancePath:n+"/Sink/SinkKafkaParameters/Key",parentData:r,parentDataProperty:"\
Key",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.SaslUser!==void 0&&(i(r.SaslUser,{instancePath:n+"/Sink/SinkKafkaParameters/SaslUser",
parentData:r,parentDataProperty:"SaslUser",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Topic!==void 0&&(i(r.Topic,{instancePath:n+"/Sin\
k/SinkKafkaParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Value!==void 0&&(i(r.Value,
{instancePath:n+"/Sink/SinkKafkaParameters/Value",parentData:r,parentDataProperty:"Value",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{
let o={instancePath:n+"/Sink/SinkKafkaParameters",schemaPath:"#/properties/Sink/properties/SinkKafkaParameters/type",keyword:"type",params:{type:"object"}};e===
null?e=[o]:e.push(o),a++}}if(c.SinkMNSParameters!==void 0){let r=c.SinkMNSParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.Body!==void 0&&(i(r.Body,{instancePath:n+
"/Sink/SinkMNSParameters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.IsBase64Encode!==void 0&&
(i(r.IsBase64Encode,{instancePath:n+"/Sink/SinkMNSParameters/IsBase64Encode",parentData:r,parentDataProperty:"IsBase64Encode",rootData:s})||(e=e===null?i.errors:
e.concat(i.errors),a=e.length)),r.QueueName!==void 0&&(i(r.QueueName,{instancePath:n+"/Sink/SinkMNSParameters/QueueName",parentData:r,parentDataProperty:"QueueN\
ame",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkMNSParameters",schemaPath:"#/properties/Sink/prope\
rties/SinkMNSParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkMQTTParameters!==void 0){let r=c.SinkMQTTParameters;
if(r&&typeof r=="object"&&!Array.isArray(r))r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Sink/SinkMQTTParameters/InstanceId",parentData:r,parentDataProperty:"\
InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Mqtt5UserProperty!==void 0&&(i(r.Mqtt5UserProperty,{instancePath:n+"/Sink/SinkM\
QTTParameters/Mqtt5UserProperty",parentData:r,parentDataProperty:"Mqtt5UserProperty",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.ParentTopic!==
void 0&&(t(r.ParentTopic,{instancePath:n+"/Sink/SinkMQTTParameters/ParentTopic",parentData:r,parentDataProperty:"ParentTopic",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.Payload!==void 0&&(i(r.Payload,{instancePath:n+"/Sink/SinkMQTTParameters/Payload",parentData:r,parentDataProperty:"Payload",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.SubTopic!==void 0&&(i(r.SubTopic,{instancePath:n+"/Sink/SinkMQTTParameters/SubTopic",parentData:r,parentDataProperty:"\
SubTopic",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkMQTTParameters",schemaPath:"#/properties/Sink\
/properties/SinkMQTTParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkOSSParameters!==void 0){let r=c.SinkOSSParameters;
if(r&&typeof r=="object"&&!Array.isArray(r))r.BucketName!==void 0&&(t(r.BucketName,{instancePath:n+"/Sink/SinkOSSParameters/BucketName",parentData:r,parentDataProperty:"\
BucketName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.CompressionType!==void 0&&(t(r.CompressionType,{instancePath:n+"/Sink/SinkOSSPa\
rameters/CompressionType",parentData:r,parentDataProperty:"CompressionType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.ContentTransform!==
void 0&&(i(r.ContentTransform,{instancePath:n+"/Sink/SinkOSSParameters/ContentTransform",parentData:r,parentDataProperty:"ContentTransform",rootData:s})||(e=e===
null?i.errors:e.concat(i.errors),a=e.length)),r.Endpoint!==void 0&&(t(r.Endpoint,{instancePath:n+"/Sink/SinkOSSParameters/Endpoint",parentData:r,parentDataProperty:"\
Endpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.PathFormat!==void 0&&(t(r.PathFormat,{instancePath:n+"/Sink/SinkOSSParameters/Pat\
hFormat",parentData:r,parentDataProperty:"PathFormat",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RegionId!==void 0&&(t(r.RegionId,{instancePath:n+
"/Sink/SinkOSSParameters/RegionId",parentData:r,parentDataProperty:"RegionId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RoleArn!==void 0&&
(t(r.RoleArn,{instancePath:n+"/Sink/SinkOSSParameters/RoleArn",parentData:r,parentDataProperty:"RoleArn",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=
e.length)),r.RotateIntervalMs!==void 0&&(t(r.RotateIntervalMs,{instancePath:n+"/Sink/SinkOSSParameters/RotateIntervalMs",parentData:r,parentDataProperty:"Rotate\
IntervalMs",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.RotateSizeBytes!==void 0&&(t(r.RotateSizeBytes,{instancePath:n+"/Sink/SinkOSSPa\
rameters/RotateSizeBytes",parentData:r,parentDataProperty:"RotateSizeBytes",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SSLEnabled!==void 0&&
(b(r.SSLEnabled,{instancePath:n+"/Sink/SinkOSSParameters/SSLEnabled",parentData:r,parentDataProperty:"SSLEnabled",rootData:s})||(e=e===null?b.errors:e.concat(b.
errors),a=e.length)),r.TaskConcurrency!==void 0&&(t(r.TaskConcurrency,{instancePath:n+"/Sink/SinkOSSParameters/TaskConcurrency",parentData:r,parentDataProperty:"\
TaskConcurrency",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.TimeZone!==void 0&&(t(r.TimeZone,{instancePath:n+"/Sink/SinkOSSParameters/\
TimeZone",parentData:r,parentDataProperty:"TimeZone",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkOS\
SParameters",schemaPath:"#/properties/Sink/properties/SinkOSSParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkOdpsParameters!==
void 0){let r=c.SinkOdpsParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.ExtendConfig!==void 0&&(m(r.ExtendConfig,{instancePath:n+"/Sink/SinkOdpsParamet\
ers/ExtendConfig",parentData:r,parentDataProperty:"ExtendConfig",rootData:s})||(e=e===null?m.errors:e.concat(m.errors),a=e.length)),r.Format!==void 0&&(i(r.Format,
{instancePath:n+"/Sink/SinkOdpsParameters/Format",parentData:r,parentDataProperty:"Format",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.
Mode!==void 0&&(i(r.Mode,{instancePath:n+"/Sink/SinkOdpsParameters/Mode",parentData:r,parentDataProperty:"Mode",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),
a=e.length)),r.PartitionWindowType!==void 0&&(i(r.PartitionWindowType,{instancePath:n+"/Sink/SinkOdpsParameters/PartitionWindowType",parentData:r,parentDataProperty:"\
PartitionWindowType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Project!==void 0&&(i(r.Project,{instancePath:n+"/Sink/SinkOdpsParamete\
rs/Project",parentData:r,parentDataProperty:"Project",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.RoleName!==void 0&&(i(r.RoleName,{instancePath:n+
"/Sink/SinkOdpsParameters/RoleName",parentData:r,parentDataProperty:"RoleName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Table!==void 0&&
(i(r.Table,{instancePath:n+"/Sink/SinkOdpsParameters/Table",parentData:r,parentDataProperty:"Table",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.TimeZone!==void 0&&(i(r.TimeZone,{instancePath:n+"/Sink/SinkOdpsParameters/TimeZone",parentData:r,parentDataProperty:"TimeZone",rootData:s})||(e=e===null?i.errors:
e.concat(i.errors),a=e.length)),r.UseStreaming!==void 0&&(i(r.UseStreaming,{instancePath:n+"/Sink/SinkOdpsParameters/UseStreaming",parentData:r,parentDataProperty:"\
UseStreaming",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkOdpsParameters",schemaPath:"#/properties/\
Sink/properties/SinkOdpsParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkOpenSourceRabbitMQParameters!==void 0){let r=c.
SinkOpenSourceRabbitMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.test(o)){
let p={instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/NetworkType",schemaPath:"#/properties/Sink/properties/SinkOpenSourceRabbitMQParameters/properties/\
NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo\
][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/NetworkType",schemaPath:"#/properties/Sink/prope\
rties/SinkOpenSourceRabbitMQParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.VpcId!==void 0&&(t(r.
VpcId,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitch\
Ids",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Sink/SinkOpenSourceRa\
bbitMQParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.AuthType!==
void 0&&(t(r.AuthType,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/AuthType",parentData:r,parentDataProperty:"AuthType",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/Body",parentData:r,parentDataProperty:"Body",
rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Endpoint!==void 0&&(t(r.Endpoint,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/En\
dpoint",parentData:r,parentDataProperty:"Endpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Exchange!==void 0&&(t(r.Exchange,{instancePath:n+
"/Sink/SinkOpenSourceRabbitMQParameters/Exchange",parentData:r,parentDataProperty:"Exchange",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),
r.MessageId!==void 0&&(i(r.MessageId,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/MessageId",parentData:r,parentDataProperty:"MessageId",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/Password",parentData:r,
parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Properties!==void 0&&(i(r.Properties,{instancePath:n+"/Sink/S\
inkOpenSourceRabbitMQParameters/Properties",parentData:r,parentDataProperty:"Properties",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.QueueName!==
void 0&&(t(r.QueueName,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/QueueName",parentData:r,parentDataProperty:"QueueName",rootData:s})||(e=e===null?
t.errors:e.concat(t.errors),a=e.length)),r.RoutingKey!==void 0&&(i(r.RoutingKey,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/RoutingKey",parentData:r,
parentDataProperty:"RoutingKey",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.TargetType!==void 0&&(t(r.TargetType,{instancePath:n+"/Sink\
/SinkOpenSourceRabbitMQParameters/TargetType",parentData:r,parentDataProperty:"TargetType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.
Username!==void 0&&(t(r.Username,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),r.VirtualHostName!==void 0&&(t(r.VirtualHostName,{instancePath:n+"/Sink/SinkOpenSourceRabbitMQParameters/VirtualHo\
stName",parentData:r,parentDataProperty:"VirtualHostName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Sink/S\
inkOpenSourceRabbitMQParameters",schemaPath:"#/properties/Sink/properties/SinkOpenSourceRabbitMQParameters/type",keyword:"type",params:{type:"object"}};e===null?
e=[o]:e.push(o),a++}}if(c.SinkPrometheusParameters!==void 0){let r=c.SinkPrometheusParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.NetworkType!==void 0&&
(i(r.NetworkType,{instancePath:n+"/Sink/SinkPrometheusParameters/NetworkType",parentData:r,parentDataProperty:"NetworkType",rootData:s})||(e=e===null?i.errors:e.
concat(i.errors),a=e.length)),r.VpcId!==void 0&&(i(r.VpcId,{instancePath:n+"/Sink/SinkPrometheusParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VSwitchId!==void 0&&(i(r.VSwitchId,{instancePath:n+"/Sink/SinkPrometheusParameters/VSwitchId",parentData:r,
parentDataProperty:"VSwitchId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.SecurityGroupId!==void 0&&(i(r.SecurityGroupId,{instancePath:n+
"/Sink/SinkPrometheusParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.AuthorizationType!==void 0&&(i(r.AuthorizationType,{instancePath:n+"/Sink/SinkPrometheusParameters/AuthorizationType",parentData:r,parentDataProperty:"Authori\
zationType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Data!==void 0&&(i(r.Data,{instancePath:n+"/Sink/SinkPrometheusParameters/Data",
parentData:r,parentDataProperty:"Data",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.HeaderParameters!==void 0&&(i(r.HeaderParameters,{instancePath:n+
"/Sink/SinkPrometheusParameters/HeaderParameters",parentData:r,parentDataProperty:"HeaderParameters",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.Password!==void 0&&(i(r.Password,{instancePath:n+"/Sink/SinkPrometheusParameters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?
i.errors:e.concat(i.errors),a=e.length)),r.URL!==void 0&&(i(r.URL,{instancePath:n+"/Sink/SinkPrometheusParameters/URL",parentData:r,parentDataProperty:"URL",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Username!==void 0&&(i(r.Username,{instancePath:n+"/Sink/SinkPrometheusParameters/Username",parentData:r,parentDataProperty:"\
Username",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkPrometheusParameters",schemaPath:"#/propertie\
s/Sink/properties/SinkPrometheusParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkRabbitMQMetaParameters!==void 0){
let r=c.SinkRabbitMQMetaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){if(!S.test(
o)){let p={instancePath:n+"/Sink/SinkRabbitMQMetaParameters/NetworkType",schemaPath:"#/properties/Sink/properties/SinkRabbitMQMetaParameters/properties/NetworkT\
ype/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk\
])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Sink/SinkRabbitMQMetaParameters/NetworkType",schemaPath:"#/properties/Sink/properties/SinkRabb\
itMQMetaParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+
"/Sink/SinkRabbitMQMetaParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==
void 0&&(t(r.VSwitchIds,{instancePath:n+"/Sink/SinkRabbitMQMetaParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Sink/SinkRabbitMQMetaParameters/SecurityGroupId",parentData:r,
parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Endpoint!==void 0&&(t(r.Endpoint,{instancePath:n+"/Sin\
k/SinkRabbitMQMetaParameters/Endpoint",parentData:r,parentDataProperty:"Endpoint",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceId!==
void 0&&(t(r.InstanceId,{instancePath:n+"/Sink/SinkRabbitMQMetaParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length)),r.InstanceType!==void 0&&(t(r.InstanceType,{instancePath:n+"/Sink/SinkRabbitMQMetaParameters/InstanceType",parentData:r,parentDataProperty:"\
InstanceType",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,{instancePath:n+"/Sink/SinkRabbitMQMetaParam\
eters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,
{instancePath:n+"/Sink/SinkRabbitMQMetaParameters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.
length)),r.VirtualHostName!==void 0&&(t(r.VirtualHostName,{instancePath:n+"/Sink/SinkRabbitMQMetaParameters/VirtualHostName",parentData:r,parentDataProperty:"Vi\
rtualHostName",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Sink/SinkRabbitMQMetaParameters",schemaPath:"#/pr\
operties/Sink/properties/SinkRabbitMQMetaParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkRabbitMQMsgSyncParameters!==
void 0){let r=c.SinkRabbitMQMsgSyncParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==void 0){let o=r.NetworkType;if(typeof o=="string"){
if(!S.test(o)){let p={instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/NetworkType",schemaPath:"#/properties/Sink/properties/SinkRabbitMQMsgSyncParameters/pr\
operties/NetworkType/pattern",keyword:"pattern",params:{pattern:"^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][T\
t][Ww][Oo][Rr][Kk])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/NetworkType",schemaPath:"#/properties/Sink\
/properties/SinkRabbitMQMsgSyncParameters/properties/NetworkType/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}r.VpcId!==void 0&&(t(
r.VpcId,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",
rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncPa\
rameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Body!==void 0&&
(i(r.Body,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),
a=e.length)),r.Endpoint!==void 0&&(t(r.Endpoint,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/Endpoint",parentData:r,parentDataProperty:"Endpoint",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.Exchange!==void 0&&(i(r.Exchange,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/Exchange",parentData:r,
parentDataProperty:"Exchange",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Sink/S\
inkRabbitMQMsgSyncParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceType!==
void 0&&(t(r.InstanceType,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/InstanceType",parentData:r,parentDataProperty:"InstanceType",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),r.MaxHops!==void 0&&(t(r.MaxHops,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/MaxHops",parentData:r,parentDataProperty:"\
MaxHops",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.MessageId!==void 0&&(i(r.MessageId,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParam\
eters/MessageId",parentData:r,parentDataProperty:"MessageId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Password!==void 0&&(t(r.Password,
{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/Password",parentData:r,parentDataProperty:"Password",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length)),r.Properties!==void 0&&(i(r.Properties,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/Properties",parentData:r,parentDataProperty:"Properties",
rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.RoutingKey!==void 0&&(i(r.RoutingKey,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/R\
outingKey",parentData:r,parentDataProperty:"RoutingKey",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Username!==void 0&&(t(r.Username,{instancePath:n+
"/Sink/SinkRabbitMQMsgSyncParameters/Username",parentData:r,parentDataProperty:"Username",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VirtualHostName!==
void 0&&(t(r.VirtualHostName,{instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters/VirtualHostName",parentData:r,parentDataProperty:"VirtualHostName",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length))}else{let o={instancePath:n+"/Sink/SinkRabbitMQMsgSyncParameters",schemaPath:"#/properties/Sink/properties/S\
inkRabbitMQMsgSyncParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkRabbitMQParameters!==void 0){let r=c.SinkRabbitMQParameters;
if(r&&typeof r=="object"&&!Array.isArray(r))r.NetworkType!==void 0&&(i(r.NetworkType,{instancePath:n+"/Sink/SinkRabbitMQParameters/NetworkType",parentData:r,parentDataProperty:"\
NetworkType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VpcId!==void 0&&(i(r.VpcId,{instancePath:n+"/Sink/SinkRabbitMQParameters/VpcId",
parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VSwitchIds!==void 0&&(i(r.VSwitchIds,{instancePath:n+
"/Sink/SinkRabbitMQParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.SecurityGroupId!==
void 0&&(i(r.SecurityGroupId,{instancePath:n+"/Sink/SinkRabbitMQParameters/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===
null?i.errors:e.concat(i.errors),a=e.length)),r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkRabbitMQParameters/Body",parentData:r,parentDataProperty:"Bo\
dy",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Exchange!==void 0&&(i(r.Exchange,{instancePath:n+"/Sink/SinkRabbitMQParameters/Exchange",
parentData:r,parentDataProperty:"Exchange",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.InstanceId!==void 0&&(i(r.InstanceId,{instancePath:n+
"/Sink/SinkRabbitMQParameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.MessageId!==
void 0&&(i(r.MessageId,{instancePath:n+"/Sink/SinkRabbitMQParameters/MessageId",parentData:r,parentDataProperty:"MessageId",rootData:s})||(e=e===null?i.errors:e.
concat(i.errors),a=e.length)),r.Properties!==void 0&&(i(r.Properties,{instancePath:n+"/Sink/SinkRabbitMQParameters/Properties",parentData:r,parentDataProperty:"\
Properties",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.QueueName!==void 0&&(i(r.QueueName,{instancePath:n+"/Sink/SinkRabbitMQParameter\
s/QueueName",parentData:r,parentDataProperty:"QueueName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.RoutingKey!==void 0&&(i(r.RoutingKey,
{instancePath:n+"/Sink/SinkRabbitMQParameters/RoutingKey",parentData:r,parentDataProperty:"RoutingKey",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.
length)),r.TargetType!==void 0&&(i(r.TargetType,{instancePath:n+"/Sink/SinkRabbitMQParameters/TargetType",parentData:r,parentDataProperty:"TargetType",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VirtualHostName!==void 0&&(i(r.VirtualHostName,{instancePath:n+"/Sink/SinkRabbitMQParameters/VirtualHostN\
ame",parentData:r,parentDataProperty:"VirtualHostName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+"/Sink/Sink\
RabbitMQParameters",schemaPath:"#/properties/Sink/properties/SinkRabbitMQParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.
SinkRocketMQCheckpointParameters!==void 0){let r=c.SinkRocketMQCheckpointParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.ConsumeTimestamp!==void 0&&(i(
r.ConsumeTimestamp,{instancePath:n+"/Sink/SinkRocketMQCheckpointParameters/ConsumeTimestamp",parentData:r,parentDataProperty:"ConsumeTimestamp",rootData:s})||(e=
e===null?i.errors:e.concat(i.errors),a=e.length)),r.Group!==void 0&&(i(r.Group,{instancePath:n+"/Sink/SinkRocketMQCheckpointParameters/Group",parentData:r,parentDataProperty:"\
Group",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.InstanceId!==void 0&&(t(r.InstanceId,{instancePath:n+"/Sink/SinkRocketMQCheckpointPa\
rameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.InstanceType!==void 0&&(t(
r.InstanceType,{instancePath:n+"/Sink/SinkRocketMQCheckpointParameters/InstanceType",parentData:r,parentDataProperty:"InstanceType",rootData:s})||(e=e===null?t.
errors:e.concat(t.errors),a=e.length)),r.Topic!==void 0&&(i(r.Topic,{instancePath:n+"/Sink/SinkRocketMQCheckpointParameters/Topic",parentData:r,parentDataProperty:"\
Topic",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkRocketMQCheckpointParameters",schemaPath:"#/prop\
erties/Sink/properties/SinkRocketMQCheckpointParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.SinkRocketMQParameters!==
void 0){let r=c.SinkRocketMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.Network!==void 0&&(i(r.Network,{instancePath:n+"/Sink/SinkRocketMQParameter\
s/Network",parentData:r,parentDataProperty:"Network",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VpcId!==void 0&&(i(r.VpcId,{instancePath:n+
"/Sink/SinkRocketMQParameters/VpcId",parentData:r,parentDataProperty:"VpcId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.VSwitchIds!==void 0&&
(i(r.VSwitchIds,{instancePath:n+"/Sink/SinkRocketMQParameters/VSwitchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length)),r.SecurityGroupId!==void 0&&(i(r.SecurityGroupId,{instancePath:n+"/Sink/SinkRocketMQParameters/SecurityGroupId",parentData:r,parentDataProperty:"\
SecurityGroupId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink/SinkRocketMQParameters/Bod\
y",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.DeliveryOrderType!==void 0&&(i(r.DeliveryOrderType,
{instancePath:n+"/Sink/SinkRocketMQParameters/DeliveryOrderType",parentData:r,parentDataProperty:"DeliveryOrderType",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length)),r.InstanceEndpoint!==void 0&&(i(r.InstanceEndpoint,{instancePath:n+"/Sink/SinkRocketMQParameters/InstanceEndpoint",parentData:r,parentDataProperty:"\
InstanceEndpoint",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.InstanceId!==void 0&&(i(r.InstanceId,{instancePath:n+"/Sink/SinkRocketMQP\
arameters/InstanceId",parentData:r,parentDataProperty:"InstanceId",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.InstancePassword!==void 0&&
(i(r.InstancePassword,{instancePath:n+"/Sink/SinkRocketMQParameters/InstancePassword",parentData:r,parentDataProperty:"InstancePassword",rootData:s})||(e=e===null?
i.errors:e.concat(i.errors),a=e.length)),r.InstanceType!==void 0&&(i(r.InstanceType,{instancePath:n+"/Sink/SinkRocketMQParameters/InstanceType",parentData:r,parentDataProperty:"\
InstanceType",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.InstanceUsername!==void 0&&(i(r.InstanceUsername,{instancePath:n+"/Sink/SinkR\
ocketMQParameters/InstanceUsername",parentData:r,parentDataProperty:"InstanceUsername",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Keys!==
void 0&&(i(r.Keys,{instancePath:n+"/Sink/SinkRocketMQParameters/Keys",parentData:r,parentDataProperty:"Keys",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),
a=e.length)),r.Properties!==void 0&&(i(r.Properties,{instancePath:n+"/Sink/SinkRocketMQParameters/Properties",parentData:r,parentDataProperty:"Properties",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.ShardingKey!==void 0&&(i(r.ShardingKey,{instancePath:n+"/Sink/SinkRocketMQParameters/ShardingKey",parentData:r,
parentDataProperty:"ShardingKey",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Tags!==void 0&&(i(r.Tags,{instancePath:n+"/Sink/SinkRocket\
MQParameters/Tags",parentData:r,parentDataProperty:"Tags",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Topic!==void 0&&(i(r.Topic,{instancePath:n+
"/Sink/SinkRocketMQParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length));else{let o={instancePath:n+
"/Sink/SinkRocketMQParameters",schemaPath:"#/properties/Sink/properties/SinkRocketMQParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(
o),a++}}if(c.SinkSLSParameters!==void 0){let r=c.SinkSLSParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.Body!==void 0&&(i(r.Body,{instancePath:n+"/Sink\
/SinkSLSParameters/Body",parentData:r,parentDataProperty:"Body",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.ContentSchema!==void 0&&(i(
r.ContentSchema,{instancePath:n+"/Sink/SinkSLSParameters/ContentSchema",parentData:r,parentDataProperty:"ContentSchema",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length)),r.ContentType!==void 0&&(i(r.ContentType,{instancePath:n+"/Sink/SinkSLSParameters/ContentType",parentData:r,parentDataProperty:"ContentTy\
pe",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.LogStore!==void 0&&(i(r.LogStore,{instancePath:n+"/Sink/SinkSLSParameters/LogStore",parentData:r,
parentDataProperty:"LogStore",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.Project!==void 0&&(i(r.Project,{instancePath:n+"/Sink/SinkSLS\
Parameters/Project",parentData:r,parentDataProperty:"Project",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),r.RoleName!==void 0&&(i(r.RoleName,
{instancePath:n+"/Sink/SinkSLSParameters/RoleName",parentData:r,parentDataProperty:"RoleName",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),
r.Topic!==void 0&&(i(r.Topic,{instancePath:n+"/Sink/SinkSLSParameters/Topic",parentData:r,parentDataProperty:"Topic",rootData:s})||(e=e===null?i.errors:e.concat(
i.errors),a=e.length));else{let o={instancePath:n+"/Sink/SinkSLSParameters",schemaPath:"#/properties/Sink/properties/SinkSLSParameters/type",keyword:"type",params:{
type:"object"}};e===null?e=[o]:e.push(o),a++}}}else{let r={instancePath:n+"/Sink",schemaPath:"#/properties/Sink/type",keyword:"type",params:{type:"object"}};e===
null?e=[r]:e.push(r),a++}}if(u.RunOptions!==void 0){let c=u.RunOptions;if(c&&typeof c=="object"&&!Array.isArray(c)){if(c.MaximumTasks!==void 0&&(d(c.MaximumTasks,
{instancePath:n+"/RunOptions/MaximumTasks",parentData:c,parentDataProperty:"MaximumTasks",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),c.ErrorsTolerance!==
void 0){let r=c.ErrorsTolerance;if(typeof r=="string"){if(!W.test(r)){let o={instancePath:n+"/RunOptions/ErrorsTolerance",schemaPath:"#/properties/RunOptions/pr\
operties/ErrorsTolerance/pattern",keyword:"pattern",params:{pattern:"^(?:[Aa][Ll][Ll]|[Nn][Oo][Nn][Ee])$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:n+
"/RunOptions/ErrorsTolerance",schemaPath:"#/properties/RunOptions/properties/ErrorsTolerance/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(
o),a++}}if(c.RetryStrategy!==void 0){let r=c.RetryStrategy;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.PushRetryStrategy!==void 0){let o=r.PushRetryStrategy;
if(typeof o=="string"){if(!q.test(o)){let p={instancePath:n+"/RunOptions/RetryStrategy/PushRetryStrategy",schemaPath:"#/properties/RunOptions/properties/RetrySt\
rategy/properties/PushRetryStrategy/pattern",keyword:"pattern",params:{pattern:"^(?:[Bb][Aa][Cc][Kk][Oo][Ff][Ff]_[Rr][Ee][Tt][Rr][Yy]|[Ee][Xx][Pp][Oo][Nn][Ee][N\
n][Tt][Ii][Aa][Ll]_[Dd][Ee][Cc][Aa][Yy]_[Rr][Ee][Tt][Rr][Yy])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/RunOptions/RetryStrategy/PushRetryS\
trategy",schemaPath:"#/properties/RunOptions/properties/RetryStrategy/properties/PushRetryStrategy/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.
push(p),a++}}r.MaximumEventAgeInSeconds!==void 0&&(d(r.MaximumEventAgeInSeconds,{instancePath:n+"/RunOptions/RetryStrategy/MaximumEventAgeInSeconds",parentData:r,
parentDataProperty:"MaximumEventAgeInSeconds",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),r.MaximumRetryAttempts!==void 0&&(d(r.MaximumRetryAttempts,
{instancePath:n+"/RunOptions/RetryStrategy/MaximumRetryAttempts",parentData:r,parentDataProperty:"MaximumRetryAttempts",rootData:s})||(e=e===null?d.errors:e.concat(
d.errors),a=e.length))}else{let o={instancePath:n+"/RunOptions/RetryStrategy",schemaPath:"#/properties/RunOptions/properties/RetryStrategy/type",keyword:"type",
params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.DeadLetterQueue!==void 0){let r=c.DeadLetterQueue;if(r&&typeof r=="object"&&!Array.isArray(r))r.Arn!==
void 0&&(t(r.Arn,{instancePath:n+"/RunOptions/DeadLetterQueue/Arn",parentData:r,parentDataProperty:"Arn",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=
e.length)),r.Network!==void 0&&(t(r.Network,{instancePath:n+"/RunOptions/DeadLetterQueue/Network",parentData:r,parentDataProperty:"Network",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),r.VpcId!==void 0&&(t(r.VpcId,{instancePath:n+"/RunOptions/DeadLetterQueue/VpcId",parentData:r,parentDataProperty:"\
VpcId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.VSwitchIds!==void 0&&(t(r.VSwitchIds,{instancePath:n+"/RunOptions/DeadLetterQueue/VS\
witchIds",parentData:r,parentDataProperty:"VSwitchIds",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),r.SecurityGroupId!==void 0&&(t(r.SecurityGroupId,
{instancePath:n+"/RunOptions/DeadLetterQueue/SecurityGroupId",parentData:r,parentDataProperty:"SecurityGroupId",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),
a=e.length));else{let o={instancePath:n+"/RunOptions/DeadLetterQueue",schemaPath:"#/properties/RunOptions/properties/DeadLetterQueue/type",keyword:"type",params:{
type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.BatchWindow!==void 0){let r=c.BatchWindow;if(r&&typeof r=="object"&&!Array.isArray(r))r.CountBasedWindow!==void 0&&
(d(r.CountBasedWindow,{instancePath:n+"/RunOptions/BatchWindow/CountBasedWindow",parentData:r,parentDataProperty:"CountBasedWindow",rootData:s})||(e=e===null?d.
errors:e.concat(d.errors),a=e.length)),r.TimeBasedWindow!==void 0&&(d(r.TimeBasedWindow,{instancePath:n+"/RunOptions/BatchWindow/TimeBasedWindow",parentData:r,parentDataProperty:"\
TimeBasedWindow",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length));else{let o={instancePath:n+"/RunOptions/BatchWindow",schemaPath:"#/propertie\
s/RunOptions/properties/BatchWindow/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}if(c.BusinessOption!==void 0){let r=c.BusinessOption;
if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.BusinessMode===void 0){let o={instancePath:n+"/RunOptions/BusinessOption",schemaPath:"#/properties/RunOptions/\
properties/BusinessOption/required",keyword:"required",params:{missingProperty:"BusinessMode"}};e===null?e=[o]:e.push(o),a++}if(r.BusinessMode!==void 0){let o=r.
BusinessMode;if(typeof o=="string"){if(!E.test(o)){let p={instancePath:n+"/RunOptions/BusinessOption/BusinessMode",schemaPath:"#/properties/RunOptions/propertie\
s/BusinessOption/properties/BusinessMode/pattern",keyword:"pattern",params:{pattern:"^(?:[Cc][Aa][Pp][Aa][Cc][Ii][Tt][Yy][Uu][Nn][Ii][Tt][Mm][Oo][Dd][Ee]|[Ee][V\
v][Ee][Nn][Tt][Nn][Uu][Mm][Mm][Oo][Dd][Ee])$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:n+"/RunOptions/BusinessOption/BusinessMode",schemaPath:"#\
/properties/RunOptions/properties/BusinessOption/properties/BusinessMode/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(r.MinCapacityUnitCount!==
void 0){let o=r.MinCapacityUnitCount;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let p={instancePath:n+"/RunOptions/BusinessOption/MinCapacityUnit\
Count",schemaPath:"#/properties/RunOptions/properties/BusinessOption/properties/MinCapacityUnitCount/type",keyword:"type",params:{type:"integer"}};e===null?e=[p]:
e.push(p),a++}if(typeof o=="number"&&isFinite(o)){if(o>999||isNaN(o)){let p={instancePath:n+"/RunOptions/BusinessOption/MinCapacityUnitCount",schemaPath:"#/prop\
erties/RunOptions/properties/BusinessOption/properties/MinCapacityUnitCount/maximum",keyword:"maximum",params:{comparison:"<=",limit:999}};e===null?e=[p]:e.push(
p),a++}if(o<1||isNaN(o)){let p={instancePath:n+"/RunOptions/BusinessOption/MinCapacityUnitCount",schemaPath:"#/properties/RunOptions/properties/BusinessOption/p\
roperties/MinCapacityUnitCount/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[p]:e.push(p),a++}}}if(r.MaxCapacityUnitCount!==void 0){let o=r.
MaxCapacityUnitCount;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let p={instancePath:n+"/RunOptions/BusinessOption/MaxCapacityUnitCount",schemaPath:"\
#/properties/RunOptions/properties/BusinessOption/properties/MaxCapacityUnitCount/type",keyword:"type",params:{type:"integer"}};e===null?e=[p]:e.push(p),a++}if(typeof o==
"number"&&isFinite(o)){if(o>999||isNaN(o)){let p={instancePath:n+"/RunOptions/BusinessOption/MaxCapacityUnitCount",schemaPath:"#/properties/RunOptions/propertie\
s/BusinessOption/properties/MaxCapacityUnitCount/maximum",keyword:"maximum",params:{comparison:"<=",limit:999}};e===null?e=[p]:e.push(p),a++}if(o<1||isNaN(o)){let p={
instancePath:n+"/RunOptions/BusinessOption/MaxCapacityUnitCount",schemaPath:"#/properties/RunOptions/properties/BusinessOption/properties/MaxCapacityUnitCount/m\
inimum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[p]:e.push(p),a++}}}}else{let o={instancePath:n+"/RunOptions/BusinessOption",schemaPath:"\
#/properties/RunOptions/properties/BusinessOption/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}c.Throttling!==void 0&&(d(c.Throttling,
{instancePath:n+"/RunOptions/Throttling",parentData:c,parentDataProperty:"Throttling",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length))}else{let r={
instancePath:n+"/RunOptions",schemaPath:"#/properties/RunOptions/type",keyword:"type",params:{type:"object"}};e===null?e=[r]:e.push(r),a++}}if(u.Transforms!==void 0){
let c=u.Transforms;if(Array.isArray(c)){let r=c.length;for(let o=0;o<r;o++){let p=c[o];if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.Arn!==void 0&&(t(p.Arn,
{instancePath:n+"/Transforms/"+o+"/Arn",parentData:p,parentDataProperty:"Arn",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),p.BaiLianAgentTransformParameters!==
void 0){let f=p.BaiLianAgentTransformParameters;if(f&&typeof f=="object"&&!Array.isArray(f))f.ApiKey!==void 0&&(t(f.ApiKey,{instancePath:n+"/Transforms/"+o+"/Ba\
iLianAgentTransformParameters/ApiKey",parentData:f,parentDataProperty:"ApiKey",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),f.ApplicationId!==
void 0&&(t(f.ApplicationId,{instancePath:n+"/Transforms/"+o+"/BaiLianAgentTransformParameters/ApplicationId",parentData:f,parentDataProperty:"ApplicationId",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),f.Prompt!==void 0&&(i(f.Prompt,{instancePath:n+"/Transforms/"+o+"/BaiLianAgentTransformParameters/Prompt",parentData:f,
parentDataProperty:"Prompt",rootData:s})||(e=e===null?i.errors:e.concat(i.errors),a=e.length)),f.RequestPerMinute!==void 0&&(d(f.RequestPerMinute,{instancePath:n+
"/Transforms/"+o+"/BaiLianAgentTransformParameters/RequestPerMinute",parentData:f,parentDataProperty:"RequestPerMinute",rootData:s})||(e=e===null?d.errors:e.concat(
d.errors),a=e.length)),f.TokenPerMinute!==void 0&&(d(f.TokenPerMinute,{instancePath:n+"/Transforms/"+o+"/BaiLianAgentTransformParameters/TokenPerMinute",parentData:f,
parentDataProperty:"TokenPerMinute",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length));else{let l={instancePath:n+"/Transforms/"+o+"/BaiLianAgen\
tTransformParameters",schemaPath:"#/properties/Transforms/items/properties/BaiLianAgentTransformParameters/type",keyword:"type",params:{type:"object"}};e===null?
e=[l]:e.push(l),a++}}if(p.DashScopeTransformParameters!==void 0){let f=p.DashScopeTransformParameters;if(f&&typeof f=="object"&&!Array.isArray(f)){if(f.ApiKey!==
void 0&&(t(f.ApiKey,{instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/ApiKey",parentData:f,parentDataProperty:"ApiKey",rootData:s})||(e=e===null?t.
errors:e.concat(t.errors),a=e.length)),f.Messages!==void 0){let l=f.Messages;if(Array.isArray(l)){let g=l.length;for(let T=0;T<g;T++){let P=l[T];if(P&&typeof P==
"object"&&!Array.isArray(P)){if(P.Role!==void 0&&(t(P.Role,{instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/Messages/"+T+"/Role",parentData:P,parentDataProperty:"\
Role",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),P.Value!==void 0&&(D(P.Value,{instancePath:n+"/Transforms/"+o+"/DashScopeTransformParam\
eters/Messages/"+T+"/Value",parentData:P,parentDataProperty:"Value",rootData:s})||(e=e===null?D.errors:e.concat(D.errors),a=e.length)),P.Form!==void 0){let $=P.
Form;if(typeof $=="string"){if(!V.test($)){let k={instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/Messages/"+T+"/Form",schemaPath:"#/properties/T\
ransforms/items/properties/DashScopeTransformParameters/properties/Messages/items/properties/Form/pattern",keyword:"pattern",params:{pattern:"^(?:[Oo][Rr][Ii][G\
g][Ii][Nn][Aa][Ll]|[Jj][Ss][Oo][Nn][Pp][Aa][Tt][Hh]|[Cc][Oo][Nn][Ss][Tt][Aa][Nn][Tt]|[Tt][Ee][Mm][Pp][Ll][Aa][Tt][Ee])$"}};e===null?e=[k]:e.push(k),a++}}else{let k={
instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/Messages/"+T+"/Form",schemaPath:"#/properties/Transforms/items/properties/DashScopeTransformParam\
eters/properties/Messages/items/properties/Form/type",keyword:"type",params:{type:"string"}};e===null?e=[k]:e.push(k),a++}}if(P.Template!==void 0){let $=P.Template;
if(typeof $=="string"){if(w($)>10240){let k={instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/Messages/"+T+"/Template",schemaPath:"#/properties/Tr\
ansforms/items/properties/DashScopeTransformParameters/properties/Messages/items/properties/Template/maxLength",keyword:"maxLength",params:{limit:10240}};e===null?
e=[k]:e.push(k),a++}}else{let k={instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/Messages/"+T+"/Template",schemaPath:"#/properties/Transforms/ite\
ms/properties/DashScopeTransformParameters/properties/Messages/items/properties/Template/type",keyword:"type",params:{type:"string"}};e===null?e=[k]:e.push(k),a++}}}else{
let $={instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/Messages/"+T,schemaPath:"#/properties/Transforms/items/properties/DashScopeTransformParame\
ters/properties/Messages/items/type",keyword:"type",params:{type:"object"}};e===null?e=[$]:e.push($),a++}}}else{let g={instancePath:n+"/Transforms/"+o+"/DashSco\
peTransformParameters/Messages",schemaPath:"#/properties/Transforms/items/properties/DashScopeTransformParameters/properties/Messages/type",keyword:"type",params:{
type:"array"}};e===null?e=[g]:e.push(g),a++}}f.Model!==void 0&&(t(f.Model,{instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/Model",parentData:f,parentDataProperty:"\
Model",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),f.RequestPerMinute!==void 0&&(d(f.RequestPerMinute,{instancePath:n+"/Transforms/"+o+"/\
DashScopeTransformParameters/RequestPerMinute",parentData:f,parentDataProperty:"RequestPerMinute",rootData:s})||(e=e===null?d.errors:e.concat(d.errors),a=e.length)),
f.StructuredOutputJsonSchema!==void 0&&(t(f.StructuredOutputJsonSchema,{instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/StructuredOutputJsonSchem\
a",parentData:f,parentDataProperty:"StructuredOutputJsonSchema",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),f.TokenPerMinute!==void 0&&(d(
f.TokenPerMinute,{instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters/TokenPerMinute",parentData:f,parentDataProperty:"TokenPerMinute",rootData:s})||
(e=e===null?d.errors:e.concat(d.errors),a=e.length))}else{let l={instancePath:n+"/Transforms/"+o+"/DashScopeTransformParameters",schemaPath:"#/properties/Transf\
orms/items/properties/DashScopeTransformParameters/type",keyword:"type",params:{type:"object"}};e===null?e=[l]:e.push(l),a++}}if(p.EmbeddingTransformParameters!==
void 0){let f=p.EmbeddingTransformParameters;if(f&&typeof f=="object"&&!Array.isArray(f))f.ApiKey!==void 0&&(t(f.ApiKey,{instancePath:n+"/Transforms/"+o+"/Embed\
dingTransformParameters/ApiKey",parentData:f,parentDataProperty:"ApiKey",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length)),f.EmbeddingData!==void 0&&
(i(f.EmbeddingData,{instancePath:n+"/Transforms/"+o+"/EmbeddingTransformParameters/EmbeddingData",parentData:f,parentDataProperty:"EmbeddingData",rootData:s})||
(e=e===null?i.errors:e.concat(i.errors),a=e.length)),f.EmbeddingModel!==void 0&&(t(f.EmbeddingModel,{instancePath:n+"/Transforms/"+o+"/EmbeddingTransformParamet\
ers/EmbeddingModel",parentData:f,parentDataProperty:"EmbeddingModel",rootData:s})||(e=e===null?t.errors:e.concat(t.errors),a=e.length));else{let l={instancePath:n+
"/Transforms/"+o+"/EmbeddingTransformParameters",schemaPath:"#/properties/Transforms/items/properties/EmbeddingTransformParameters/type",keyword:"type",params:{
type:"object"}};e===null?e=[l]:e.push(l),a++}}}else{let f={instancePath:n+"/Transforms/"+o,schemaPath:"#/properties/Transforms/items/type",keyword:"type",params:{
type:"object"}};e===null?e=[f]:e.push(f),a++}}}else{let r={instancePath:n+"/Transforms",schemaPath:"#/properties/Transforms/type",keyword:"type",params:{type:"a\
rray"}};e===null?e=[r]:e.push(r),a++}}if(u.Metadata!==void 0&&(t(u.Metadata,{instancePath:n+"/Metadata",parentData:u,parentDataProperty:"Metadata",rootData:s})||
(e=e===null?t.errors:e.concat(t.errors),a=e.length)),u.Tag!==void 0&&(t(u.Tag,{instancePath:n+"/Tag",parentData:u,parentDataProperty:"Tag",rootData:s})||(e=e===
null?t.errors:e.concat(t.errors),a=e.length)),u.Tags!==void 0){let c=u.Tags;if(Array.isArray(c)){if(c.length>20){let o={instancePath:n+"/Tags",schemaPath:"#/pro\
perties/Tags/maxItems",keyword:"maxItems",params:{limit:20}};e===null?e=[o]:e.push(o),a++}let r=c.length;for(let o=0;o<r;o++){let p=c[o];if(p&&typeof p=="object"&&
!Array.isArray(p))p.Key!==void 0&&(t(p.Key,{instancePath:n+"/Tags/"+o+"/Key",parentData:p,parentDataProperty:"Key",rootData:s})||(e=e===null?t.errors:e.concat(t.
errors),a=e.length)),p.Value!==void 0&&(t(p.Value,{instancePath:n+"/Tags/"+o+"/Value",parentData:p,parentDataProperty:"Value",rootData:s})||(e=e===null?t.errors:
e.concat(t.errors),a=e.length));else{let f={instancePath:n+"/Tags/"+o,schemaPath:"#/properties/Tags/items/type",keyword:"type",params:{type:"object"}};e===null?
e=[f]:e.push(f),a++}}}else{let r={instancePath:n+"/Tags",schemaPath:"#/properties/Tags/type",keyword:"type",params:{type:"array"}};e===null?e=[r]:e.push(r),a++}}}else{
let c={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[c]:e.push(c),a++}return O.errors=e,a===0}var X=K;function K(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(u&&typeof u=="object"&&!Array.isArray(u)&&u.Source!==void 0){
let c=u.Source;if(c&&typeof c=="object"&&!Array.isArray(c)){if(c.SourceDTSParameters!==void 0){let r=c.SourceDTSParameters;if(r&&typeof r=="object"&&!Array.isArray(
r)){if(r.BrokerUrl===void 0){let o={instancePath:n+"/Source/SourceDTSParameters",schemaPath:"#/properties/Source/properties/SourceDTSParameters/required",keyword:"\
required",params:{missingProperty:"BrokerUrl"}};e===null?e=[o]:e.push(o),a++}if(r.InitCheckPoint===void 0){let o={instancePath:n+"/Source/SourceDTSParameters",schemaPath:"\
#/properties/Source/properties/SourceDTSParameters/required",keyword:"required",params:{missingProperty:"InitCheckPoint"}};e===null?e=[o]:e.push(o),a++}if(r.Password===
void 0){let o={instancePath:n+"/Source/SourceDTSParameters",schemaPath:"#/properties/Source/properties/SourceDTSParameters/required",keyword:"required",params:{
missingProperty:"Password"}};e===null?e=[o]:e.push(o),a++}if(r.Sid===void 0){let o={instancePath:n+"/Source/SourceDTSParameters",schemaPath:"#/properties/Source\
/properties/SourceDTSParameters/required",keyword:"required",params:{missingProperty:"Sid"}};e===null?e=[o]:e.push(o),a++}if(r.TaskId===void 0){let o={instancePath:n+
"/Source/SourceDTSParameters",schemaPath:"#/properties/Source/properties/SourceDTSParameters/required",keyword:"required",params:{missingProperty:"TaskId"}};e===
null?e=[o]:e.push(o),a++}if(r.Topic===void 0){let o={instancePath:n+"/Source/SourceDTSParameters",schemaPath:"#/properties/Source/properties/SourceDTSParameters\
/required",keyword:"required",params:{missingProperty:"Topic"}};e===null?e=[o]:e.push(o),a++}if(r.Username===void 0){let o={instancePath:n+"/Source/SourceDTSPar\
ameters",schemaPath:"#/properties/Source/properties/SourceDTSParameters/required",keyword:"required",params:{missingProperty:"Username"}};e===null?e=[o]:e.push(
o),a++}}}if(c.SourceKafkaParameters!==void 0){let r=c.SourceKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.ConsumerGroup===void 0){let o={instancePath:n+
"/Source/SourceKafkaParameters",schemaPath:"#/properties/Source/properties/SourceKafkaParameters/required",keyword:"required",params:{missingProperty:"ConsumerG\
roup"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceMQTTParameters!==void 0){let r=c.SourceMQTTParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.InstanceId===
void 0){let o={instancePath:n+"/Source/SourceMQTTParameters",schemaPath:"#/properties/Source/properties/SourceMQTTParameters/required",keyword:"required",params:{
missingProperty:"InstanceId"}};e===null?e=[o]:e.push(o),a++}if(r.Topic===void 0){let o={instancePath:n+"/Source/SourceMQTTParameters",schemaPath:"#/properties/S\
ource/properties/SourceMQTTParameters/required",keyword:"required",params:{missingProperty:"Topic"}};e===null?e=[o]:e.push(o),a++}}}if(c.SourceRabbitMQParameters!==
void 0){let r=c.SourceRabbitMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.QueueName===void 0){let o={instancePath:n+"/Source/SourceRabbitMQPara\
meters",schemaPath:"#/properties/Source/properties/SourceRabbitMQParameters/required",keyword:"required",params:{missingProperty:"QueueName"}};e===null?e=[o]:e.
push(o),a++}if(r.VirtualHostName===void 0){let o={instancePath:n+"/Source/SourceRabbitMQParameters",schemaPath:"#/properties/Source/properties/SourceRabbitMQPar\
ameters/required",keyword:"required",params:{missingProperty:"VirtualHostName"}};e===null?e=[o]:e.push(o),a++}}}if(c.SourceRocketMQParameters!==void 0){let r=c.
SourceRocketMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.GroupID===void 0){let o={instancePath:n+"/Source/SourceRocketMQParameters",schemaPath:"#\
/properties/Source/properties/SourceRocketMQParameters/required",keyword:"required",params:{missingProperty:"GroupID"}};e===null?e=[o]:e.push(o),a++}}if(c.SourceSLSParameters!==
void 0){let r=c.SourceSLSParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.LogStore===void 0){let o={instancePath:n+"/Source/SourceSLSParameters",schemaPath:"\
#/properties/Source/properties/SourceSLSParameters/required",keyword:"required",params:{missingProperty:"LogStore"}};e===null?e=[o]:e.push(o),a++}if(r.Project===
void 0){let o={instancePath:n+"/Source/SourceSLSParameters",schemaPath:"#/properties/Source/properties/SourceSLSParameters/required",keyword:"required",params:{
missingProperty:"Project"}};e===null?e=[o]:e.push(o),a++}if(r.RoleName===void 0){let o={instancePath:n+"/Source/SourceSLSParameters",schemaPath:"#/properties/So\
urce/properties/SourceSLSParameters/required",keyword:"required",params:{missingProperty:"RoleName"}};e===null?e=[o]:e.push(o),a++}}}}}return K.errors=e,a===0}var Z=B;function B(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(u&&typeof u=="object"&&!Array.isArray(u)&&u.Sink!==void 0){
let c=u.Sink;if(c&&typeof c=="object"&&!Array.isArray(c)&&c.SinkOdpsParameters!==void 0){let r={instancePath:n+"/Sink/SinkOdpsParameters",schemaPath:"#/properti\
es/Sink/properties/SinkOdpsParameters/false schema",keyword:"false schema",params:{}};e===null?e=[r]:e.push(r),a++}}return B.errors=e,a===0}var ee=j;function j(u,{instancePath:n="",parentData:h,parentDataProperty:y,rootData:s=u}={}){let e=null,a=0;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.EventStreamingName===
void 0){let c={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"EventStreamingName"}};e===null?e=[c]:e.push(c),a++}if(u.BusinessMode===
void 0){let c={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"BusinessMode"}};e===null?e=[c]:e.push(c),a++}if(u.EventStreamingName!==
void 0){let c=u.EventStreamingName;if(typeof c=="string"){if(!x.test(c)){let r={instancePath:n+"/EventStreamingName",schemaPath:"#/properties/EventStreamingName\
/pattern",keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9_-]{0,126}$"}};e===null?e=[r]:e.push(r),a++}}else{let r={instancePath:n+"/EventStreamingName",
schemaPath:"#/properties/EventStreamingName/type",keyword:"type",params:{type:"string"}};e===null?e=[r]:e.push(r),a++}}if(u.BusinessMode!==void 0){let c=u.BusinessMode;
if(typeof c=="string"){if(!E.test(c)){let r={instancePath:n+"/BusinessMode",schemaPath:"#/properties/BusinessMode/pattern",keyword:"pattern",params:{pattern:"^(\
?:[Cc][Aa][Pp][Aa][Cc][Ii][Tt][Yy][Uu][Nn][Ii][Tt][Mm][Oo][Dd][Ee]|[Ee][Vv][Ee][Nn][Tt][Nn][Uu][Mm][Mm][Oo][Dd][Ee])$"}};e===null?e=[r]:e.push(r),a++}}else{let r={
instancePath:n+"/BusinessMode",schemaPath:"#/properties/BusinessMode/type",keyword:"type",params:{type:"string"}};e===null?e=[r]:e.push(r),a++}}if(u.MinCapacityUnitCount!==
void 0){let c=u.MinCapacityUnitCount;if(!(typeof c=="number"&&!(c%1)&&!isNaN(c)&&isFinite(c))){let r={instancePath:n+"/MinCapacityUnitCount",schemaPath:"#/prope\
rties/MinCapacityUnitCount/type",keyword:"type",params:{type:"integer"}};e===null?e=[r]:e.push(r),a++}if(typeof c=="number"&&isFinite(c)){if(c>999||isNaN(c)){let r={
instancePath:n+"/MinCapacityUnitCount",schemaPath:"#/properties/MinCapacityUnitCount/maximum",keyword:"maximum",params:{comparison:"<=",limit:999}};e===null?e=[
r]:e.push(r),a++}if(c<1||isNaN(c)){let r={instancePath:n+"/MinCapacityUnitCount",schemaPath:"#/properties/MinCapacityUnitCount/minimum",keyword:"minimum",params:{
comparison:">=",limit:1}};e===null?e=[r]:e.push(r),a++}}}if(u.MaxCapacityUnitCount!==void 0){let c=u.MaxCapacityUnitCount;if(!(typeof c=="number"&&!(c%1)&&!isNaN(
c)&&isFinite(c))){let r={instancePath:n+"/MaxCapacityUnitCount",schemaPath:"#/properties/MaxCapacityUnitCount/type",keyword:"type",params:{type:"integer"}};e===
null?e=[r]:e.push(r),a++}if(typeof c=="number"&&isFinite(c)){if(c>999||isNaN(c)){let r={instancePath:n+"/MaxCapacityUnitCount",schemaPath:"#/properties/MaxCapac\
ityUnitCount/maximum",keyword:"maximum",params:{comparison:"<=",limit:999}};e===null?e=[r]:e.push(r),a++}if(c<1||isNaN(c)){let r={instancePath:n+"/MaxCapacityUn\
itCount",schemaPath:"#/properties/MaxCapacityUnitCount/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[r]:e.push(r),a++}}}}else{let c={
instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[c]:e.push(c),a++}return j.errors=e,a===0}export{Y as base,ee as businessOption,X as openapiV2,Z as others};
