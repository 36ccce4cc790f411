// Made by scripts/validators.ts from the schema of this folder: do not edit.
var z=(o,a)=>()=>(a||o((a={exports:{}}).exports,a),a.exports);var L=z(j=>{"use strict";Object.defineProperty(j,"__esModule",{value:!0});function B(o){let a=o.length,e=0,s=0,n;for(;s<a;)e++,n=o.charCodeAt(s++),n>=55296&&n<=
56319&&s<a&&(n=o.charCodeAt(s),(n&64512)===56320&&s++);return e}j.default=B;B.code='require("ajv/dist/runtime/ucs2length").default'});var Ir=G;var W=new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,126}$","u");function R(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o=="string"){if(!W.test(o)){let n={instancePath:a,
keyword:"pattern",params:{}};e===null?e=[n]:e.push(n),s++}}else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return R.errors=e,s===
0}var J=new RegExp("^(?:[Pp][Uu][Bb][Ll][Ii][Cc][Nn][Ee][Tt][Ww][Oo][Rr][Kk]|[Pp][Rr][Ii][Vv][Aa][Tt][Ee][Nn][Ee][Tt][Ww][Oo][Rr][Kk])$","u");function d(o,{instancePath:a=""}={}){
let e=null,s=0;if(typeof o=="string"){if(!J.test(o)){let n={instancePath:a,keyword:"pattern",params:{}};e===null?e=[n]:e.push(n),s++}}else{let n={instancePath:a,
keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return d.errors=e,s===0}var Y=new RegExp("^(?:[Ll][Aa][Tt][Ee][Ss][Tt]|[Ee][Aa][Rr][Ll][Ii][Ee][Ss][Tt])$","u");function h(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o=="string"){
if(!Y.test(o)){let n={instancePath:a,keyword:"pattern",params:{}};e===null?e=[n]:e.push(n),s++}}else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=
[n]:e.push(n),s++}return h.errors=e,s===0}var Z=new RegExp("^(?:KmsArn|KmsSecretValueKey)$","u");function p(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o!="string"){let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return p.
errors=e,s===0}function $(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o))for(let n in o)Z.test(n)&&(p(o[n],{instancePath:a+
"/"+n.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}
return $.errors=e,s===0}var X=new RegExp("^(?:[Jj][Ss][Oo][Nn]|[Tt][Ee][Xx][Tt]|[Bb][Ii][Nn][Aa][Rr][Yy])$","u");function S(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o=="strin\
g"){if(!X.test(o)){let n={instancePath:a,keyword:"pattern",params:{}};e===null?e=[n]:e.push(n),s++}}else{let n={instancePath:a,keyword:"type",params:{}};e===null?
e=[n]:e.push(n),s++}return S.errors=e,s===0}function T(o,{instancePath:a=""}={}){let e=null,s=0;if(Array.isArray(o)){let n=o.length;for(let r=0;r<n;r++)p(o[r],{instancePath:a+"/"+r})||(e=i(e,p.errors),s=e.
length)}else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return T.errors=e,s===0}function k(o,{instancePath:a=""}={}){let e=null,s=0;if(!(o&&typeof o=="object"&&!Array.isArray(o))){let n={instancePath:a,keyword:"type",params:{}};e===null?e=[
n]:e.push(n),s++}return k.errors=e,s===0}function V(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o))o.Config!==void 0&&(k(o.
Config,{instancePath:a+"/Config"})||(e=i(e,k.errors),s=e.length)),o.Name!==void 0&&(p(o.Name,{instancePath:a+"/Name"})||(e=i(e,p.errors),s=e.length));else{let n={
instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return V.errors=e,s===0}function w(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o==
"object"&&!Array.isArray(o))o.ConnectorPackageUrl!==void 0&&(p(o.ConnectorPackageUrl,{instancePath:a+"/ConnectorPackageUrl"})||(e=i(e,p.errors),s=e.length)),o.ConnectorParameters!==
void 0&&(V(o.ConnectorParameters,{instancePath:a+"/ConnectorParameters"})||(e=i(e,V.errors),s=e.length)),o.WorkerParameters!==void 0&&(k(o.WorkerParameters,{instancePath:a+
"/WorkerParameters"})||(e=i(e,k.errors),s=e.length));else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return w.errors=e,s===0}function I(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o))o.InstanceId!==void 0&&(p(o.InstanceId,{instancePath:a+"/Instanc\
eId"})||(e=i(e,p.errors),s=e.length));else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return I.errors=e,s===0}function m(o,{instancePath:a=""}={}){let e=null,s=0;if(!(typeof o=="number"&&isFinite(o))){let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(
n),s++}return m.errors=e,s===0}function b(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o!="boolean"){let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return b.
errors=e,s===0}var ee=new RegExp("^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$","u");function A(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o=="string"){if(!ee.test(o)){
let n={instancePath:a,keyword:"pattern",params:{}};e===null?e=[n]:e.push(n),s++}}else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}
return A.errors=e,s===0}var re=new RegExp("^(?:[1-9][0-9]{0,2}|1000)$","u");function D(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o=="string"){if(!re.test(o)){let n={instancePath:a,
keyword:"pattern",params:{}};e===null?e=[n]:e.push(n),s++}}else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return D.errors=e,s===
0}var te=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|CloudMigrationTaskId|DstClusterHost|DstClusterType|Endpoint|InstanceId|InstanceType|Password|QueueName\
|Regex|RegionId|SrcClusterHost|SrcClusterType|SyncMetaType|Username|VirtualHostName)$","u");function O(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o==
"object"&&!Array.isArray(o)){o.NetworkType!==void 0&&(d(o.NetworkType,{instancePath:a+"/NetworkType"})||(e=i(e,d.errors),s=e.length)),o.BodyDataType!==void 0&&(S(
o.BodyDataType,{instancePath:a+"/BodyDataType"})||(e=i(e,S.errors),s=e.length)),o.OrderConsume!==void 0&&(A(o.OrderConsume,{instancePath:a+"/OrderConsume"})||(e=
i(e,A.errors),s=e.length)),o.PrefetchCount!==void 0&&(D(o.PrefetchCount,{instancePath:a+"/PrefetchCount"})||(e=i(e,D.errors),s=e.length));for(let n in o)te.test(
n)&&(p(o[n],{instancePath:a+"/"+n.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let n={instancePath:a,keyword:"type",params:{}};e===
null?e=[n]:e.push(n),s++}return O.errors=e,s===0}var U=L().default;function E(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o!="string"&&!(o&&typeof o=="object"&&!Array.isArray(o))){let n={instancePath:a,
keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}if(typeof o=="string"&&U(o)>10240){let n={instancePath:a,keyword:"maxLength",params:{limit:10240}};e===null?
e=[n]:e.push(n),s++}return E.errors=e,s===0}var se=new RegExp("^(?:[Oo][Rr][Ii][Gg][Ii][Nn][Aa][Ll]|[Jj][Ss][Oo][Nn][Pp][Aa][Tt][Hh]|[Cc][Oo][Nn][Ss][Tt][Aa][Nn][Tt]|[Tt][Ee][Mm][Pp][Ll][Aa][Tt][Ee])$","u");
function N(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o=="string"){if(!se.test(o)){let n={instancePath:a,keyword:"pattern",params:{}};e===null?e=[n]:e.push(
n),s++}}else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return N.errors=e,s===0}function M(o,{instancePath:a=""}={}){let e=null,s=0;if(typeof o=="string"){if(U(o)>10240){let n={instancePath:a,keyword:"maxLength",params:{limit:10240}};e===null?
e=[n]:e.push(n),s++}}else{let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return M.errors=e,s===0}function f(o,{instancePath:a=""}={}){
let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o))o.Value!==void 0&&(E(o.Value,{instancePath:a+"/Value"})||(e=i(e,E.errors),s=e.length)),o.Form!==void 0&&
(N(o.Form,{instancePath:a+"/Form"})||(e=i(e,N.errors),s=e.length)),o.Template!==void 0&&(M(o.Template,{instancePath:a+"/Template"})||(e=i(e,M.errors),s=e.length));else{
let n={instancePath:a,keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return f.errors=e,s===0}var ae=new RegExp("^(?:[Cc][Aa][Pp][Aa][Cc][Ii][Tt][Yy][Uu][Nn][Ii][Tt][Mm][Oo][Dd][Ee]|[Ee][Vv][Ee][Nn][Tt][Nn][Uu][Mm][Mm][Oo][Dd][Ee])$","u");function C(o,{instancePath:a=""}={}){
let e=null,s=0;if(typeof o=="string"){if(!ae.test(o)){let n={instancePath:a,keyword:"pattern",params:{}};e===null?e=[n]:e.push(n),s++}}else{let n={instancePath:a,
keyword:"type",params:{}};e===null?e=[n]:e.push(n),s++}return C.errors=e,s===0}function x(o,{instancePath:a=""}={}){let e=null,s=0;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let n={instancePath:a,keyword:"type",params:{}};e===
null?e=[n]:e.push(n),s++}if(typeof o=="number"&&isFinite(o)){if(o>999||isNaN(o)){let n={instancePath:a,keyword:"maximum",params:{comparison:"<=",limit:999}};e===
null?e=[n]:e.push(n),s++}if(o<1||isNaN(o)){let n={instancePath:a,keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[n]:e.push(n),s++}}return x.errors=
e,s===0}var ne=new RegExp("^(?:[Ss][Aa][Ss][Ll]_[Ss][Ss][Ll]|[Pp][Ll][Aa][Ii][Nn][Tt][Ee][Xx][Tt]|[Ss][Aa][Ss][Ll]_[Pp][Ll][Aa][Ii][Nn][Tt][Ee][Xx][Tt])$","u"),
oe=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|SslKeyPassword|SslKeystoreCertificateChain|SslTruststoreCertificates|Bootstraps|ConsumerGroup|SaslMechanism|\
SaslPassword|SaslUser|Topic)$","u"),ie=new RegExp("^(?:VpcId|VSwitchId|SecurityGroupId|InstanceEndpoint|InstancePassword|InstanceUsername|RegionId)$","u"),pe=new RegExp(
"^(?:BrokerUrl|Password|RegionId|Sid|TaskId|Topic|Username)$","u"),ce=new RegExp("^(?:EventBusName|EventRuleName)$","u"),fe=new RegExp("^(?:AppId|AppSecret|Know\
ledgeSpaceName|LoadMode)$","u"),ue=new RegExp("^(?:Network|VpcId|VSwitchIds|SecurityGroupId|CustomQuery|IncrementingColumn|JdbcUrl|Password|QueryMode|TableName|\
TimestampColumn|Username)$","u"),le=new RegExp("^(?:BatchSize|PollingInterval|QueryTimeout)$","u"),de=new RegExp("^(?:Network|VpcId|VSwitchIds|SecurityGroupId|C\
onsumerGroup|InstanceId|RegionId|Topic)$","u"),me=new RegExp("^(?:QueueName|RegionId)$","u"),ye=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|InstanceId|Regi\
onId|Topic)$","u"),Se=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|DatabaseName|HostName|IncludeSchemaChanges|Password|RegionId|SnapshotMode|TableNames|User\
)$","u"),ke=new RegExp("^(?:[Ss][Ii][Nn][Gg][Ll][Ee]|[Ee][Ll][Ee][Mm][Ee][Nn][Tt])$","u"),ge=new RegExp("^(?:BucketName|Delimiter|LoadFormat|Prefix|RoleName)$",
"u"),Pe=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|AuthType|Endpoint|Password|QueueName|Username|VirtualHostName)$","u"),he=new RegExp("^(?:VpcId|VSwitchI\
ds|SecurityGroupId|DatabaseName|HostName|Password|RegionId|SchemaName|SnapshotMode|TableNames|User)$","u"),$e=new RegExp("^(?:ClusterId|DataType|ExternalLabels|\
Labels|RegionId|RoleName)$","u"),Te=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|Endpoint|InnerNameSuffix|InstanceId|InstanceType|MaxHops|Password|Regex|Syn\
cMetaType|Username|VirtualHostName)$","u"),we=new RegExp("^(?:InstanceId|InstanceType|RegionId)$","u"),Ie=new RegExp("^(?:[Cc][Ll][Oo][Uu][Dd]_4|[Cc][Ll][Oo][Uu\
][Dd]_5|[Ss][Ee][Ll][Ff][Bb][Uu][Ii][Ll][Tt])$","u"),be=new RegExp("^(?:[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][Oo][Mm]_[Ll][Aa][Ss][Tt]_[Oo][Ff][Ff][Ss][Ee][Tt]|\
[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][Oo][Mm]_[Ff][Ii][Rr][Ss][Tt]_[Oo][Ff][Ff][Ss][Ee][Tt]|[Cc][Oo][Nn][Ss][Uu][Mm][Ee]_[Ff][Rr][Oo][Mm]_[Tt][Ii][Mm][Ee][Ss][T\
t][Aa][Mm][Pp])$","u"),Re=new RegExp("^(?:Network|InstanceNetwork)$","u"),Ae=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|InstanceVpcId|InstanceVSwitchIds|I\
nstanceSecurityGroupId|AuthType|FilterSql|FilterType|GroupID|InstanceEndpoint|InstanceId|InstancePassword|InstanceUsername|RegionId|Tag|Topic)$","u"),Ee=new RegExp(
"^(?:[Bb][Ee][Gg][Ii][Nn]|[Ee][Nn][Dd]|[0-9]+)$","u"),Ne=new RegExp("^(?:ConsumerGroup|LogStore|Project|RegionId|RoleName)$","u"),Me=new RegExp("^(?:SourceRabbi\
tMQMsgSyncParameters|SourceRabbitMQParameters)$","u"),Ce=new RegExp("^(?:AgentRuntimeName|EndpointName|RoleName|Timeout)$","u"),xe=new RegExp("^(?:NetworkType|V\
pcId|VSwitchIds|SecurityGroupId|DynamicTopic|Headers|Key|Value)$","u"),je=new RegExp("^(?:SslKeyPassword|SslKeystoreCertificateChain|SslTruststoreCertificates|A\
cks|Bootstraps|CompressionType|SaslMechanism|SaslPassword|SaslUser|SecurityProtocol|Topic)$","u"),Ve=new RegExp("^(?:VpcId|VSwitchId|SecurityGroupId|InstanceEnd\
point|InstancePassword|InstanceUsername)$","u"),K=new RegExp("^(?:ConsumeTimestamp|Group|Topic)$","u"),De=new RegExp("^(?:BodyParameters|HeaderParameters|QueryS\
tringParameters)$","u"),Oe=new RegExp("^(?:After|Before|Offset|Op|Partition)$","u"),Qe=new RegExp("^(?:ApplicationType|WorkspaceId)$","u"),br=new RegExp("^(?:Co\
ntext|Extend)$","u"),Be=new RegExp("^(?:Name|Type|Value)$","u"),Le=new RegExp("^(?:ApiKey|Collection|InstanceId|Network|Operation)$","u"),Ke=new RegExp("^(?:Par\
tition|PrimaryKeyId|Vector)$","u"),ve=new RegExp("^(?:Body|ContentSchema|ContentType|Project|RoleName|Topic|TopicSchema|TopicType)$","u"),Ue=new RegExp("^(?:Net\
workType|VpcId|VSwitchIds|SecurityGroupId|BeHttpEndpoint|Body|Database|FeHttpEndpoint|Password|QueryEndpoint|Table|UserName)$","u"),Fe=new RegExp("^(?:ColumnNam\
e|ColumnType)$","u"),Ge=new RegExp("^(?:CatalogName|EventTableName|NamespaceName)$","u"),He=new RegExp("^(?:BatchSize|Body|Concurrency|DataFormat|FunctionName|I\
nvocationType|Qualifier|ServiceName)$","u"),qe=new RegExp("^(?:ExecutionName|FlowName|Input|RoleName)$","u"),_e=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId\
|Method|Token)$","u"),ze=new RegExp("^(?:Body|URL)$","u"),We=new RegExp("^(?:Acks|DynamicTopic|Headers|InstanceId|Key|SaslUser|Topic|Value)$","u"),Je=new RegExp(
"^(?:Body|IsBase64Encode|QueueName)$","u"),Ye=new RegExp("^(?:InstanceId|ParentTopic)$","u"),Ze=new RegExp("^(?:Mqtt5UserProperty|Payload|SubTopic)$","u"),Xe=new RegExp(
"^(?:BucketName|CompressionType|Endpoint|PathFormat|RegionId|RoleArn|RotateIntervalMs|RotateSizeBytes|TaskConcurrency|TimeZone)$","u"),er=new RegExp("^(?:Format\
|Mode|PartitionWindowType|Project|RoleName|Table|TimeZone|UseStreaming)$","u"),rr=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|AuthType|Endpoint|Exchange|Pa\
ssword|QueueName|TargetType|Username|VirtualHostName)$","u"),tr=new RegExp("^(?:Body|MessageId|Properties|RoutingKey)$","u"),sr=new RegExp("^(?:NetworkType|VpcI\
d|VSwitchId|SecurityGroupId|AuthorizationType|Data|HeaderParameters|Password|URL|Username)$","u"),ar=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|Endpoint|I\
nstanceId|InstanceType|Password|Username|VirtualHostName)$","u"),nr=new RegExp("^(?:VpcId|VSwitchIds|SecurityGroupId|Endpoint|InstanceId|InstanceType|MaxHops|Pa\
ssword|Username|VirtualHostName)$","u"),or=new RegExp("^(?:Body|Exchange|MessageId|Properties|RoutingKey)$","u"),ir=new RegExp("^(?:NetworkType|VpcId|VSwitchIds\
|SecurityGroupId|Body|Exchange|InstanceId|MessageId|Properties|QueueName|RoutingKey|TargetType|VirtualHostName)$","u"),pr=new RegExp("^(?:InstanceId|InstanceTyp\
e)$","u"),cr=new RegExp("^(?:Network|VpcId|VSwitchIds|SecurityGroupId|Body|DeliveryOrderType|InstanceEndpoint|InstanceId|InstancePassword|InstanceType|InstanceU\
sername|Keys|Properties|ShardingKey|Tags|Topic)$","u"),fr=new RegExp("^(?:Body|ContentSchema|ContentType|LogStore|Project|RoleName|Topic)$","u"),ur=new RegExp("\
^(?:[Aa][Ll][Ll]|[Nn][Oo][Nn][Ee])$","u"),lr=new RegExp("^(?:[Bb][Aa][Cc][Kk][Oo][Ff][Ff]_[Rr][Ee][Tt][Rr][Yy]|[Ee][Xx][Pp][Oo][Nn][Ee][Nn][Tt][Ii][Aa][Ll]_[Dd]\
[Ee][Cc][Aa][Yy]_[Rr][Ee][Tt][Rr][Yy])$","u"),dr=new RegExp("^(?:MaximumEventAgeInSeconds|MaximumRetryAttempts)$","u"),mr=new RegExp("^(?:Arn|Network|VpcId|VSwi\
tchIds|SecurityGroupId)$","u"),yr=new RegExp("^(?:CountBasedWindow|TimeBasedWindow)$","u"),F=new RegExp("^(?:MinCapacityUnitCount|MaxCapacityUnitCount)$","u"),Sr=new RegExp(
"^(?:MaximumTasks|Throttling)$","u"),kr=new RegExp("^(?:ApiKey|ApplicationId)$","u"),v=new RegExp("^(?:RequestPerMinute|TokenPerMinute)$","u"),gr=new RegExp("^(\
?:ApiKey|Model|StructuredOutputJsonSchema)$","u"),Pr=new RegExp("^(?:ApiKey|EmbeddingModel)$","u"),hr=new RegExp("^(?:Key|Value)$","u"),$r=new RegExp("^(?:Descr\
iption|FilterPattern|Metadata|Tag)$","u");function G(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.EventStreamingName===
void 0){let n={instancePath:a,keyword:"required",params:{missingProperty:"EventStreamingName"}};e===null?e=[n]:e.push(n),s++}if(o.Source===void 0){let n={instancePath:a,
keyword:"required",params:{missingProperty:"Source"}};e===null?e=[n]:e.push(n),s++}if(o.Sink===void 0){let n={instancePath:a,keyword:"required",params:{missingProperty:"\
Sink"}};e===null?e=[n]:e.push(n),s++}if(o.EventStreamingName!==void 0&&(R(o.EventStreamingName,{instancePath:a+"/EventStreamingName"})||(e=i(e,R.errors),s=e.length)),
o.Source!==void 0){let n=o.Source;if(n&&typeof n=="object"&&!Array.isArray(n)){if(Object.keys(n).length>1){let r={instancePath:a+"/Source",keyword:"maxPropertie\
s",params:{limit:1}};e===null?e=[r]:e.push(r),s++}if(Object.keys(n).length<1){let r={instancePath:a+"/Source",keyword:"minProperties",params:{limit:1}};e===null?
e=[r]:e.push(r),s++}if(n.SourceApacheKafkaParameters!==void 0){let r=n.SourceApacheKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.NetworkType!==
void 0&&(d(r.NetworkType,{instancePath:a+"/Source/SourceApacheKafkaParameters/NetworkType"})||(e=i(e,d.errors),s=e.length)),r.OffsetReset!==void 0&&(h(r.OffsetReset,
{instancePath:a+"/Source/SourceApacheKafkaParameters/OffsetReset"})||(e=i(e,h.errors),s=e.length)),r.SecurityProtocol!==void 0){let t=r.SecurityProtocol;if(typeof t==
"string"){if(!ne.test(t)){let c={instancePath:a+"/Source/SourceApacheKafkaParameters/SecurityProtocol",keyword:"pattern",params:{}};e===null?e=[c]:e.push(c),s++}}else{
let c={instancePath:a+"/Source/SourceApacheKafkaParameters/SecurityProtocol",keyword:"type",params:{}};e===null?e=[c]:e.push(c),s++}}r.SslKeystoreKey!==void 0&&
($(r.SslKeystoreKey,{instancePath:a+"/Source/SourceApacheKafkaParameters/SslKeystoreKey"})||(e=i(e,$.errors),s=e.length)),r.ValueDataType!==void 0&&(S(r.ValueDataType,
{instancePath:a+"/Source/SourceApacheKafkaParameters/ValueDataType"})||(e=i(e,S.errors),s=e.length));for(let t in r)oe.test(t)&&(p(r[t],{instancePath:a+"/Source\
/SourceApacheKafkaParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceApacheKafkaPa\
rameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceApacheRocketMQCheckpointParameters!==void 0){let r=n.SourceApacheRocketMQCheckpointParameters;
if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Source/SourceApacheRocketMQCheckpointParameters/NetworkT\
ype"})||(e=i(e,d.errors),s=e.length)),r.Topics!==void 0&&(T(r.Topics,{instancePath:a+"/Source/SourceApacheRocketMQCheckpointParameters/Topics"})||(e=i(e,T.errors),
s=e.length));for(let t in r)ie.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceApacheRocketMQCheckpointParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||
(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceApacheRocketMQCheckpointParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}
if(n.SourceCustomizedKafkaConnectorParameters!==void 0&&(w(n.SourceCustomizedKafkaConnectorParameters,{instancePath:a+"/Source/SourceCustomizedKafkaConnectorPar\
ameters"})||(e=i(e,w.errors),s=e.length)),n.SourceCustomizedKafkaParameters!==void 0&&(I(n.SourceCustomizedKafkaParameters,{instancePath:a+"/Source/SourceCustom\
izedKafkaParameters"})||(e=i(e,I.errors),s=e.length)),n.SourceDTSParameters!==void 0){let r=n.SourceDTSParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.
InitCheckPoint!==void 0&&(m(r.InitCheckPoint,{instancePath:a+"/Source/SourceDTSParameters/InitCheckPoint"})||(e=i(e,m.errors),s=e.length));for(let t in r)pe.test(
t)&&(p(r[t],{instancePath:a+"/Source/SourceDTSParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+
"/Source/SourceDTSParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceEventBusParameters!==void 0){let r=n.SourceEventBusParameters;if(r&&
typeof r=="object"&&!Array.isArray(r))for(let t in r)ce.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceEventBusParameters/"+t.replace(/~/g,"~0").replace(/\//g,
"~1")})||(e=i(e,p.errors),s=e.length));else{let t={instancePath:a+"/Source/SourceEventBusParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.
SourceFeiShuDocsParameters!==void 0){let r=n.SourceFeiShuDocsParameters;if(r&&typeof r=="object"&&!Array.isArray(r))for(let t in r)fe.test(t)&&(p(r[t],{instancePath:a+
"/Source/SourceFeiShuDocsParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));else{let t={instancePath:a+"/Source/SourceFeiShu\
DocsParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceJDBCParameters!==void 0){let r=n.SourceJDBCParameters;if(r&&typeof r=="object"&&
!Array.isArray(r)){for(let t in r)ue.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceJDBCParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),
s=e.length));for(let t in r)le.test(t)&&(m(r[t],{instancePath:a+"/Source/SourceJDBCParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,m.errors),s=e.
length))}else{let t={instancePath:a+"/Source/SourceJDBCParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceKafkaParameters!==void 0){
let r=n.SourceKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.ExtendConfig!==void 0&&(k(r.ExtendConfig,{instancePath:a+"/Source/SourceKafkaParame\
ters/ExtendConfig"})||(e=i(e,k.errors),s=e.length)),r.OffsetReset!==void 0&&(h(r.OffsetReset,{instancePath:a+"/Source/SourceKafkaParameters/OffsetReset"})||(e=i(
e,h.errors),s=e.length)),r.ValueDataType!==void 0&&(S(r.ValueDataType,{instancePath:a+"/Source/SourceKafkaParameters/ValueDataType"})||(e=i(e,S.errors),s=e.length));
for(let t in r)de.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceKafkaParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{
let t={instancePath:a+"/Source/SourceKafkaParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceMNSParameters!==void 0){let r=n.SourceMNSParameters;
if(r&&typeof r=="object"&&!Array.isArray(r)){r.IsBase64Decode!==void 0&&(b(r.IsBase64Decode,{instancePath:a+"/Source/SourceMNSParameters/IsBase64Decode"})||(e=i(
e,b.errors),s=e.length));for(let t in r)me.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceMNSParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.
errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceMNSParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceMQTTParameters!==
void 0){let r=n.SourceMQTTParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Source/SourceMQTTPa\
rameters/NetworkType"})||(e=i(e,d.errors),s=e.length)),r.BodyDataType!==void 0&&(S(r.BodyDataType,{instancePath:a+"/Source/SourceMQTTParameters/BodyDataType"})||
(e=i(e,S.errors),s=e.length));for(let t in r)ye.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceMQTTParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=
i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceMQTTParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceMySQLParameters!==
void 0){let r=n.SourceMySQLParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Source/SourceMySQL\
Parameters/NetworkType"})||(e=i(e,d.errors),s=e.length)),r.Port!==void 0&&(m(r.Port,{instancePath:a+"/Source/SourceMySQLParameters/Port"})||(e=i(e,m.errors),s=e.
length));for(let t in r)Se.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceMySQLParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{
let t={instancePath:a+"/Source/SourceMySQLParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceOSSParameters!==void 0){let r=n.SourceOSSParameters;
if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.LoadMode!==void 0){let t=r.LoadMode;if(typeof t=="string"){if(!ke.test(t)){let c={instancePath:a+"/Source/Sour\
ceOSSParameters/LoadMode",keyword:"pattern",params:{}};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:a+"/Source/SourceOSSParameters/LoadMode",keyword:"\
type",params:{}};e===null?e=[c]:e.push(c),s++}}for(let t in r)ge.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceOSSParameters/"+t.replace(/~/g,"~0").replace(/\//g,
"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceOSSParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceOpenSourceRabbitMQParameters!==
void 0){let r=n.SourceOpenSourceRabbitMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Sourc\
e/SourceOpenSourceRabbitMQParameters/NetworkType"})||(e=i(e,d.errors),s=e.length)),r.BodyDataType!==void 0&&(S(r.BodyDataType,{instancePath:a+"/Source/SourceOpe\
nSourceRabbitMQParameters/BodyDataType"})||(e=i(e,S.errors),s=e.length));for(let t in r)Pe.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceOpenSourceRabbitMQPar\
ameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceOpenSourceRabbitMQParameters",keyword:"\
type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourcePostgreSQLParameters!==void 0){let r=n.SourcePostgreSQLParameters;if(r&&typeof r=="object"&&!Array.isArray(
r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Source/SourcePostgreSQLParameters/NetworkType"})||(e=i(e,d.errors),s=e.length)),r.Port!==void 0&&
(m(r.Port,{instancePath:a+"/Source/SourcePostgreSQLParameters/Port"})||(e=i(e,m.errors),s=e.length));for(let t in r)he.test(t)&&(p(r[t],{instancePath:a+"/Source\
/SourcePostgreSQLParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourcePostgreSQLPara\
meters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourcePrometheusParameters!==void 0){let r=n.SourcePrometheusParameters;if(r&&typeof r=="ob\
ject"&&!Array.isArray(r))for(let t in r)$e.test(t)&&(p(r[t],{instancePath:a+"/Source/SourcePrometheusParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=
i(e,p.errors),s=e.length));else{let t={instancePath:a+"/Source/SourcePrometheusParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceRabbitMQMetaParameters!==
void 0){let r=n.SourceRabbitMQMetaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Source/Sour\
ceRabbitMQMetaParameters/NetworkType"})||(e=i(e,d.errors),s=e.length)),r.OrderConsume!==void 0&&(A(r.OrderConsume,{instancePath:a+"/Source/SourceRabbitMQMetaPar\
ameters/OrderConsume"})||(e=i(e,A.errors),s=e.length));for(let t in r)Te.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceRabbitMQMetaParameters/"+t.replace(/~/g,
"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceRabbitMQMetaParameters",keyword:"type",params:{}};e===null?
e=[t]:e.push(t),s++}}if(n.SourceRocketMQCheckpointParameters!==void 0){let r=n.SourceRocketMQCheckpointParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.
Topics!==void 0&&(T(r.Topics,{instancePath:a+"/Source/SourceRocketMQCheckpointParameters/Topics"})||(e=i(e,T.errors),s=e.length));for(let t in r)we.test(t)&&(p(
r[t],{instancePath:a+"/Source/SourceRocketMQCheckpointParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+
"/Source/SourceRocketMQCheckpointParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceRocketMQParameters!==void 0){let r=n.SourceRocketMQParameters;
if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.BodyDataType!==void 0&&(S(r.BodyDataType,{instancePath:a+"/Source/SourceRocketMQParameters/BodyDataType"})||(e=
i(e,S.errors),s=e.length)),r.InstanceType!==void 0){let t=r.InstanceType;if(typeof t=="string"){if(!Ie.test(t)){let c={instancePath:a+"/Source/SourceRocketMQPar\
ameters/InstanceType",keyword:"pattern",params:{}};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:a+"/Source/SourceRocketMQParameters/InstanceType",keyword:"\
type",params:{}};e===null?e=[c]:e.push(c),s++}}if(r.Offset!==void 0){let t=r.Offset;if(typeof t=="string"){if(!be.test(t)){let c={instancePath:a+"/Source/Source\
RocketMQParameters/Offset",keyword:"pattern",params:{}};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:a+"/Source/SourceRocketMQParameters/Offset",keyword:"\
type",params:{}};e===null?e=[c]:e.push(c),s++}}r.Timestamp!==void 0&&(m(r.Timestamp,{instancePath:a+"/Source/SourceRocketMQParameters/Timestamp"})||(e=i(e,m.errors),
s=e.length));for(let t in r)Re.test(t)&&(d(r[t],{instancePath:a+"/Source/SourceRocketMQParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,d.errors),
s=e.length));for(let t in r)Ae.test(t)&&(p(r[t],{instancePath:a+"/Source/SourceRocketMQParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),
s=e.length))}else{let t={instancePath:a+"/Source/SourceRocketMQParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SourceSLSParameters!==void 0){
let r=n.SourceSLSParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.ConsumePosition!==void 0){let t=r.ConsumePosition;if(typeof t=="string"){if(!Ee.test(
t)){let c={instancePath:a+"/Source/SourceSLSParameters/ConsumePosition",keyword:"pattern",params:{}};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:a+"/\
Source/SourceSLSParameters/ConsumePosition",keyword:"type",params:{}};e===null?e=[c]:e.push(c),s++}}for(let t in r)Ne.test(t)&&(p(r[t],{instancePath:a+"/Source/\
SourceSLSParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Source/SourceSLSParameters",keyword:"\
type",params:{}};e===null?e=[t]:e.push(t),s++}}for(let r in n)Me.test(r)&&(O(n[r],{instancePath:a+"/Source/"+r.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,
O.errors),s=e.length))}else{let r={instancePath:a+"/Source",keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}}if(o.Sink!==void 0){let n=o.Sink;if(n&&typeof n==
"object"&&!Array.isArray(n)){if(Object.keys(n).length>1){let r={instancePath:a+"/Sink",keyword:"maxProperties",params:{limit:1}};e===null?e=[r]:e.push(r),s++}if(Object.
keys(n).length<1){let r={instancePath:a+"/Sink",keyword:"minProperties",params:{limit:1}};e===null?e=[r]:e.push(r),s++}if(n.SinkAgentRunParameters!==void 0){let r=n.
SinkAgentRunParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.Body!==void 0&&(f(r.Body,{instancePath:a+"/Sink/SinkAgentRunParameters/Body"})||(e=i(e,f.errors),
s=e.length));for(let t in r)Ce.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkAgentRunParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.
length))}else{let t={instancePath:a+"/Sink/SinkAgentRunParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkApacheKafkaParameters!==void 0){
let r=n.SinkApacheKafkaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.SslKeystoreKey!==void 0&&($(r.SslKeystoreKey,{instancePath:a+"/Sink/SinkApacheK\
afkaParameters/SslKeystoreKey"})||(e=i(e,$.errors),s=e.length));for(let t in r)xe.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkApacheKafkaParameters/"+t.replace(
/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));for(let t in r)je.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkApacheKafkaParameters/"+t.replace(
/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkApacheKafkaParameters",keyword:"type",params:{}};e===null?
e=[t]:e.push(t),s++}}if(n.SinkApacheRocketMQCheckpointParameters!==void 0){let r=n.SinkApacheRocketMQCheckpointParameters;if(r&&typeof r=="object"&&!Array.isArray(
r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Sink/SinkApacheRocketMQCheckpointParameters/NetworkType"})||(e=i(e,d.errors),s=e.length));for(let t in r)
Ve.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkApacheRocketMQCheckpointParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let t in r)
K.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkApacheRocketMQCheckpointParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{
let t={instancePath:a+"/Sink/SinkApacheRocketMQCheckpointParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkApiDestinationParameters!==
void 0){let r=n.SinkApiDestinationParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.Name!==void 0&&(p(r.Name,{instancePath:a+"/Sink/SinkApiDestinatio\
nParameters/Name"})||(e=i(e,p.errors),s=e.length)),r.Timeout!==void 0){let t=r.Timeout;if(typeof t=="number"&&isFinite(t)){if(t>60||isNaN(t)){let c={instancePath:a+
"/Sink/SinkApiDestinationParameters/Timeout",keyword:"maximum",params:{comparison:"<=",limit:60}};e===null?e=[c]:e.push(c),s++}if(t<1||isNaN(t)){let c={instancePath:a+
"/Sink/SinkApiDestinationParameters/Timeout",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:a+"/Sink\
/SinkApiDestinationParameters/Timeout",keyword:"type",params:{}};e===null?e=[c]:e.push(c),s++}}for(let t in r)De.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkApi\
DestinationParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkApiDestinationParameters",
keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkBaiLianParameters!==void 0){let r=n.SinkBaiLianParameters;if(r&&typeof r=="object"&&!Array.isArray(
r)){for(let t in r)Oe.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkBaiLianParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));
for(let t in r)Qe.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkBaiLianParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{
let t={instancePath:a+"/Sink/SinkBaiLianParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkCustomizedKafkaConnectorParameters!==void 0&&
(w(n.SinkCustomizedKafkaConnectorParameters,{instancePath:a+"/Sink/SinkCustomizedKafkaConnectorParameters"})||(e=i(e,w.errors),s=e.length)),n.SinkCustomizedKafkaParameters!==
void 0&&(I(n.SinkCustomizedKafkaParameters,{instancePath:a+"/Sink/SinkCustomizedKafkaParameters"})||(e=i(e,I.errors),s=e.length)),n.SinkDashVectorParameters!==void 0){
let r=n.SinkDashVectorParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.DashVectorSchemaParameters!==void 0){let t=r.DashVectorSchemaParameters;if(Array.
isArray(t)){let c=t.length;for(let u=0;u<c;u++){let l=t[u];if(l&&typeof l=="object"&&!Array.isArray(l))for(let y in l)Be.test(y)&&(f(l[y],{instancePath:a+"/Sink\
/SinkDashVectorParameters/DashVectorSchemaParameters/"+u+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));else{let y={instancePath:a+
"/Sink/SinkDashVectorParameters/DashVectorSchemaParameters/"+u,keyword:"type",params:{}};e===null?e=[y]:e.push(y),s++}}}else{let c={instancePath:a+"/Sink/SinkDa\
shVectorParameters/DashVectorSchemaParameters",keyword:"type",params:{}};e===null?e=[c]:e.push(c),s++}}for(let t in r)Le.test(t)&&(p(r[t],{instancePath:a+"/Sink\
/SinkDashVectorParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let t in r)Ke.test(t)&&(f(r[t],{instancePath:a+"/Sink/\
SinkDashVectorParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkDashVectorParameters",
keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkDataHubParameters!==void 0){let r=n.SinkDataHubParameters;if(r&&typeof r=="object"&&!Array.isArray(
r))for(let t in r)ve.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkDataHubParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));else{
let t={instancePath:a+"/Sink/SinkDataHubParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkDataWorksTriggerParameters!==void 0){let r=n.
SinkDataWorksTriggerParameters;if(r&&typeof r=="object"&&!Array.isArray(r))r.Enable!==void 0&&(p(r.Enable,{instancePath:a+"/Sink/SinkDataWorksTriggerParameters/\
Enable"})||(e=i(e,p.errors),s=e.length));else{let t={instancePath:a+"/Sink/SinkDataWorksTriggerParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}
if(n.SinkDorisParameters!==void 0){let r=n.SinkDorisParameters;if(r&&typeof r=="object"&&!Array.isArray(r))for(let t in r)Ue.test(t)&&(f(r[t],{instancePath:a+"/\
Sink/SinkDorisParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));else{let t={instancePath:a+"/Sink/SinkDorisParameters",keyword:"\
type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkEventHouseParameters!==void 0){let r=n.SinkEventHouseParameters;if(r&&typeof r=="object"&&!Array.isArray(
r)){if(r.MappingRules!==void 0){let t=r.MappingRules;if(Array.isArray(t)){let c=t.length;for(let u=0;u<c;u++){let l=t[u];if(l&&typeof l=="object"&&!Array.isArray(
l)){l.ColumnValue!==void 0&&(f(l.ColumnValue,{instancePath:a+"/Sink/SinkEventHouseParameters/MappingRules/"+u+"/ColumnValue"})||(e=i(e,f.errors),s=e.length));for(let y in l)
Fe.test(y)&&(p(l[y],{instancePath:a+"/Sink/SinkEventHouseParameters/MappingRules/"+u+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{
let y={instancePath:a+"/Sink/SinkEventHouseParameters/MappingRules/"+u,keyword:"type",params:{}};e===null?e=[y]:e.push(y),s++}}}else{let c={instancePath:a+"/Sin\
k/SinkEventHouseParameters/MappingRules",keyword:"type",params:{}};e===null?e=[c]:e.push(c),s++}}for(let t in r)Ge.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkE\
ventHouseParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkEventHouseParameters",keyword:"\
type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkFcParameters!==void 0){let r=n.SinkFcParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.ExtendConfig!==
void 0&&(k(r.ExtendConfig,{instancePath:a+"/Sink/SinkFcParameters/ExtendConfig"})||(e=i(e,k.errors),s=e.length));for(let t in r)He.test(t)&&(f(r[t],{instancePath:a+
"/Sink/SinkFcParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkFcParameters",keyword:"\
type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkFnfParameters!==void 0){let r=n.SinkFnfParameters;if(r&&typeof r=="object"&&!Array.isArray(r))for(let t in r)
qe.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkFnfParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));else{let t={instancePath:a+
"/Sink/SinkFnfParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkHttpsParameters!==void 0){let r=n.SinkHttpsParameters;if(r&&typeof r==
"object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Sink/SinkHttpsParameters/NetworkType"})||(e=i(e,d.errors),s=e.length));for(let t in r)
_e.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkHttpsParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let t in r)ze.test(
t)&&(f(r[t],{instancePath:a+"/Sink/SinkHttpsParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/\
Sink/SinkHttpsParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkKafkaParameters!==void 0){let r=n.SinkKafkaParameters;if(r&&typeof r==
"object"&&!Array.isArray(r)){r.CompressionType!==void 0&&(p(r.CompressionType,{instancePath:a+"/Sink/SinkKafkaParameters/CompressionType"})||(e=i(e,p.errors),s=
e.length)),r.ExtendConfig!==void 0&&(k(r.ExtendConfig,{instancePath:a+"/Sink/SinkKafkaParameters/ExtendConfig"})||(e=i(e,k.errors),s=e.length));for(let t in r)We.
test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkKafkaParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+
"/Sink/SinkKafkaParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkMNSParameters!==void 0){let r=n.SinkMNSParameters;if(r&&typeof r=="\
object"&&!Array.isArray(r))for(let t in r)Je.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkMNSParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),
s=e.length));else{let t={instancePath:a+"/Sink/SinkMNSParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkMQTTParameters!==void 0){let r=n.
SinkMQTTParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){for(let t in r)Ye.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkMQTTParameters/"+t.replace(/~/g,"~\
0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let t in r)Ze.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkMQTTParameters/"+t.replace(/~/g,"~0").replace(
/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkMQTTParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.
SinkOSSParameters!==void 0){let r=n.SinkOSSParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.ContentTransform!==void 0&&(f(r.ContentTransform,{instancePath:a+
"/Sink/SinkOSSParameters/ContentTransform"})||(e=i(e,f.errors),s=e.length)),r.SSLEnabled!==void 0&&(b(r.SSLEnabled,{instancePath:a+"/Sink/SinkOSSParameters/SSLE\
nabled"})||(e=i(e,b.errors),s=e.length));for(let t in r)Xe.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkOSSParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||
(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkOSSParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkOdpsParameters!==
void 0){let r=n.SinkOdpsParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.ExtendConfig!==void 0&&(k(r.ExtendConfig,{instancePath:a+"/Sink/SinkOdpsParame\
ters/ExtendConfig"})||(e=i(e,k.errors),s=e.length));for(let t in r)er.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkOdpsParameters/"+t.replace(/~/g,"~0").replace(
/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkOdpsParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.
SinkOpenSourceRabbitMQParameters!==void 0){let r=n.SinkOpenSourceRabbitMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,
{instancePath:a+"/Sink/SinkOpenSourceRabbitMQParameters/NetworkType"})||(e=i(e,d.errors),s=e.length));for(let t in r)rr.test(t)&&(p(r[t],{instancePath:a+"/Sink/\
SinkOpenSourceRabbitMQParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let t in r)tr.test(t)&&(f(r[t],{instancePath:a+
"/Sink/SinkOpenSourceRabbitMQParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkOpenSo\
urceRabbitMQParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkPrometheusParameters!==void 0){let r=n.SinkPrometheusParameters;if(r&&typeof r==
"object"&&!Array.isArray(r))for(let t in r)sr.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkPrometheusParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=
i(e,f.errors),s=e.length));else{let t={instancePath:a+"/Sink/SinkPrometheusParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkRabbitMQMetaParameters!==
void 0){let r=n.SinkRabbitMQMetaParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==void 0&&(d(r.NetworkType,{instancePath:a+"/Sink/SinkRabb\
itMQMetaParameters/NetworkType"})||(e=i(e,d.errors),s=e.length));for(let t in r)ar.test(t)&&(p(r[t],{instancePath:a+"/Sink/SinkRabbitMQMetaParameters/"+t.replace(
/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkRabbitMQMetaParameters",keyword:"type",params:{}};e===null?
e=[t]:e.push(t),s++}}if(n.SinkRabbitMQMsgSyncParameters!==void 0){let r=n.SinkRabbitMQMsgSyncParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){r.NetworkType!==
void 0&&(d(r.NetworkType,{instancePath:a+"/Sink/SinkRabbitMQMsgSyncParameters/NetworkType"})||(e=i(e,d.errors),s=e.length));for(let t in r)nr.test(t)&&(p(r[t],{
instancePath:a+"/Sink/SinkRabbitMQMsgSyncParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let t in r)or.test(t)&&(f(r[t],
{instancePath:a+"/Sink/SinkRabbitMQMsgSyncParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length))}else{let t={instancePath:a+"/Si\
nk/SinkRabbitMQMsgSyncParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkRabbitMQParameters!==void 0){let r=n.SinkRabbitMQParameters;if(r&&
typeof r=="object"&&!Array.isArray(r))for(let t in r)ir.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkRabbitMQParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||
(e=i(e,f.errors),s=e.length));else{let t={instancePath:a+"/Sink/SinkRabbitMQParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkRocketMQCheckpointParameters!==
void 0){let r=n.SinkRocketMQCheckpointParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){for(let t in r)K.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkRocke\
tMQCheckpointParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));for(let t in r)pr.test(t)&&(p(r[t],{instancePath:a+"/Sink/Si\
nkRocketMQCheckpointParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let t={instancePath:a+"/Sink/SinkRocketMQCheckpo\
intParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkRocketMQParameters!==void 0){let r=n.SinkRocketMQParameters;if(r&&typeof r=="obj\
ect"&&!Array.isArray(r))for(let t in r)cr.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkRocketMQParameters/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.
errors),s=e.length));else{let t={instancePath:a+"/Sink/SinkRocketMQParameters",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.SinkSLSParameters!==
void 0){let r=n.SinkSLSParameters;if(r&&typeof r=="object"&&!Array.isArray(r))for(let t in r)fr.test(t)&&(f(r[t],{instancePath:a+"/Sink/SinkSLSParameters/"+t.replace(
/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,f.errors),s=e.length));else{let t={instancePath:a+"/Sink/SinkSLSParameters",keyword:"type",params:{}};e===null?e=[t]:e.
push(t),s++}}}else{let r={instancePath:a+"/Sink",keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}}if(o.RunOptions!==void 0){let n=o.RunOptions;if(n&&typeof n==
"object"&&!Array.isArray(n)){if(n.ErrorsTolerance!==void 0){let r=n.ErrorsTolerance;if(typeof r=="string"){if(!ur.test(r)){let t={instancePath:a+"/RunOptions/Er\
rorsTolerance",keyword:"pattern",params:{}};e===null?e=[t]:e.push(t),s++}}else{let t={instancePath:a+"/RunOptions/ErrorsTolerance",keyword:"type",params:{}};e===
null?e=[t]:e.push(t),s++}}if(n.RetryStrategy!==void 0){let r=n.RetryStrategy;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.PushRetryStrategy!==void 0){let t=r.
PushRetryStrategy;if(typeof t=="string"){if(!lr.test(t)){let c={instancePath:a+"/RunOptions/RetryStrategy/PushRetryStrategy",keyword:"pattern",params:{}};e===null?
e=[c]:e.push(c),s++}}else{let c={instancePath:a+"/RunOptions/RetryStrategy/PushRetryStrategy",keyword:"type",params:{}};e===null?e=[c]:e.push(c),s++}}for(let t in r)
dr.test(t)&&(m(r[t],{instancePath:a+"/RunOptions/RetryStrategy/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,m.errors),s=e.length))}else{let t={instancePath:a+
"/RunOptions/RetryStrategy",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.DeadLetterQueue!==void 0){let r=n.DeadLetterQueue;if(r&&typeof r=="obje\
ct"&&!Array.isArray(r))for(let t in r)mr.test(t)&&(p(r[t],{instancePath:a+"/RunOptions/DeadLetterQueue/"+t.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),
s=e.length));else{let t={instancePath:a+"/RunOptions/DeadLetterQueue",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.BatchWindow!==void 0){let r=n.
BatchWindow;if(r&&typeof r=="object"&&!Array.isArray(r))for(let t in r)yr.test(t)&&(m(r[t],{instancePath:a+"/RunOptions/BatchWindow/"+t.replace(/~/g,"~0").replace(
/\//g,"~1")})||(e=i(e,m.errors),s=e.length));else{let t={instancePath:a+"/RunOptions/BatchWindow",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}if(n.BusinessOption!==
void 0){let r=n.BusinessOption;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.BusinessMode===void 0){let t={instancePath:a+"/RunOptions/BusinessOption",keyword:"\
required",params:{missingProperty:"BusinessMode"}};e===null?e=[t]:e.push(t),s++}r.BusinessMode!==void 0&&(C(r.BusinessMode,{instancePath:a+"/RunOptions/Business\
Option/BusinessMode"})||(e=i(e,C.errors),s=e.length));for(let t in r)F.test(t)&&(x(r[t],{instancePath:a+"/RunOptions/BusinessOption/"+t.replace(/~/g,"~0").replace(
/\//g,"~1")})||(e=i(e,x.errors),s=e.length))}else{let t={instancePath:a+"/RunOptions/BusinessOption",keyword:"type",params:{}};e===null?e=[t]:e.push(t),s++}}for(let r in n)
Sr.test(r)&&(m(n[r],{instancePath:a+"/RunOptions/"+r.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,m.errors),s=e.length))}else{let r={instancePath:a+"/RunOpt\
ions",keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}}if(o.Transforms!==void 0){let n=o.Transforms;if(Array.isArray(n)){let r=n.length;for(let t=0;t<r;t++){
let c=n[t];if(c&&typeof c=="object"&&!Array.isArray(c)){if(c.Arn!==void 0&&(p(c.Arn,{instancePath:a+"/Transforms/"+t+"/Arn"})||(e=i(e,p.errors),s=e.length)),c.BaiLianAgentTransformParameters!==
void 0){let u=c.BaiLianAgentTransformParameters;if(u&&typeof u=="object"&&!Array.isArray(u)){u.Prompt!==void 0&&(f(u.Prompt,{instancePath:a+"/Transforms/"+t+"/B\
aiLianAgentTransformParameters/Prompt"})||(e=i(e,f.errors),s=e.length));for(let l in u)kr.test(l)&&(p(u[l],{instancePath:a+"/Transforms/"+t+"/BaiLianAgentTransf\
ormParameters/"+l.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let l in u)v.test(l)&&(m(u[l],{instancePath:a+"/Transforms/"+t+"/B\
aiLianAgentTransformParameters/"+l.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,m.errors),s=e.length))}else{let l={instancePath:a+"/Transforms/"+t+"/BaiLian\
AgentTransformParameters",keyword:"type",params:{}};e===null?e=[l]:e.push(l),s++}}if(c.DashScopeTransformParameters!==void 0){let u=c.DashScopeTransformParameters;
if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.Messages!==void 0){let l=u.Messages;if(Array.isArray(l)){let y=l.length;for(let P=0;P<y;P++){let g=l[P];if(g&&
typeof g=="object"&&!Array.isArray(g))g.Role!==void 0&&(p(g.Role,{instancePath:a+"/Transforms/"+t+"/DashScopeTransformParameters/Messages/"+P+"/Role"})||(e=i(e,
p.errors),s=e.length)),g.Value!==void 0&&(E(g.Value,{instancePath:a+"/Transforms/"+t+"/DashScopeTransformParameters/Messages/"+P+"/Value"})||(e=i(e,E.errors),s=
e.length)),g.Form!==void 0&&(N(g.Form,{instancePath:a+"/Transforms/"+t+"/DashScopeTransformParameters/Messages/"+P+"/Form"})||(e=i(e,N.errors),s=e.length)),g.Template!==
void 0&&(M(g.Template,{instancePath:a+"/Transforms/"+t+"/DashScopeTransformParameters/Messages/"+P+"/Template"})||(e=i(e,M.errors),s=e.length));else{let Q={instancePath:a+
"/Transforms/"+t+"/DashScopeTransformParameters/Messages/"+P,keyword:"type",params:{}};e===null?e=[Q]:e.push(Q),s++}}}else{let y={instancePath:a+"/Transforms/"+
t+"/DashScopeTransformParameters/Messages",keyword:"type",params:{}};e===null?e=[y]:e.push(y),s++}}for(let l in u)gr.test(l)&&(p(u[l],{instancePath:a+"/Transfor\
ms/"+t+"/DashScopeTransformParameters/"+l.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));for(let l in u)v.test(l)&&(m(u[l],{instancePath:a+
"/Transforms/"+t+"/DashScopeTransformParameters/"+l.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,m.errors),s=e.length))}else{let l={instancePath:a+"/Transfo\
rms/"+t+"/DashScopeTransformParameters",keyword:"type",params:{}};e===null?e=[l]:e.push(l),s++}}if(c.EmbeddingTransformParameters!==void 0){let u=c.EmbeddingTransformParameters;
if(u&&typeof u=="object"&&!Array.isArray(u)){u.EmbeddingData!==void 0&&(f(u.EmbeddingData,{instancePath:a+"/Transforms/"+t+"/EmbeddingTransformParameters/Embedd\
ingData"})||(e=i(e,f.errors),s=e.length));for(let l in u)Pr.test(l)&&(p(u[l],{instancePath:a+"/Transforms/"+t+"/EmbeddingTransformParameters/"+l.replace(/~/g,"~\
0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let l={instancePath:a+"/Transforms/"+t+"/EmbeddingTransformParameters",keyword:"type",params:{}};e===
null?e=[l]:e.push(l),s++}}}else{let u={instancePath:a+"/Transforms/"+t,keyword:"type",params:{}};e===null?e=[u]:e.push(u),s++}}}else{let r={instancePath:a+"/Tra\
nsforms",keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}}if(o.Tags!==void 0){let n=o.Tags;if(Array.isArray(n)){if(n.length>20){let t={instancePath:a+"/T\
ags",keyword:"maxItems",params:{limit:20}};e===null?e=[t]:e.push(t),s++}let r=n.length;for(let t=0;t<r;t++){let c=n[t];if(c&&typeof c=="object"&&!Array.isArray(
c))for(let u in c)hr.test(u)&&(p(c[u],{instancePath:a+"/Tags/"+t+"/"+u.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length));else{let u={instancePath:a+
"/Tags/"+t,keyword:"type",params:{}};e===null?e=[u]:e.push(u),s++}}}else{let r={instancePath:a+"/Tags",keyword:"type",params:{}};e===null?e=[r]:e.push(r),s++}}for(let n in o)
$r.test(n)&&(p(o[n],{instancePath:a+"/"+n.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,p.errors),s=e.length))}else{let n={instancePath:a,keyword:"type",params:{}};
e===null?e=[n]:e.push(n),s++}return G.errors=e,s===0}var Rr=H;function H(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o)&&o.Source!==void 0){let n=o.Source;if(n&&typeof n=="object"&&!Array.
isArray(n)){if(n.SourceDTSParameters!==void 0){let r=n.SourceDTSParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.BrokerUrl===void 0){let t={instancePath:a+
"/Source/SourceDTSParameters",keyword:"required",params:{missingProperty:"BrokerUrl"}};e===null?e=[t]:e.push(t),s++}if(r.InitCheckPoint===void 0){let t={instancePath:a+
"/Source/SourceDTSParameters",keyword:"required",params:{missingProperty:"InitCheckPoint"}};e===null?e=[t]:e.push(t),s++}if(r.Password===void 0){let t={instancePath:a+
"/Source/SourceDTSParameters",keyword:"required",params:{missingProperty:"Password"}};e===null?e=[t]:e.push(t),s++}if(r.Sid===void 0){let t={instancePath:a+"/So\
urce/SourceDTSParameters",keyword:"required",params:{missingProperty:"Sid"}};e===null?e=[t]:e.push(t),s++}if(r.TaskId===void 0){let t={instancePath:a+"/Source/S\
ourceDTSParameters",keyword:"required",params:{missingProperty:"TaskId"}};e===null?e=[t]:e.push(t),s++}if(r.Topic===void 0){let t={instancePath:a+"/Source/Sourc\
eDTSParameters",keyword:"required",params:{missingProperty:"Topic"}};e===null?e=[t]:e.push(t),s++}if(r.Username===void 0){let t={instancePath:a+"/Source/SourceD\
TSParameters",keyword:"required",params:{missingProperty:"Username"}};e===null?e=[t]:e.push(t),s++}}}if(n.SourceKafkaParameters!==void 0){let r=n.SourceKafkaParameters;
if(r&&typeof r=="object"&&!Array.isArray(r)&&r.ConsumerGroup===void 0){let t={instancePath:a+"/Source/SourceKafkaParameters",keyword:"required",params:{missingProperty:"\
ConsumerGroup"}};e===null?e=[t]:e.push(t),s++}}if(n.SourceMQTTParameters!==void 0){let r=n.SourceMQTTParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.
InstanceId===void 0){let t={instancePath:a+"/Source/SourceMQTTParameters",keyword:"required",params:{missingProperty:"InstanceId"}};e===null?e=[t]:e.push(t),s++}
if(r.Topic===void 0){let t={instancePath:a+"/Source/SourceMQTTParameters",keyword:"required",params:{missingProperty:"Topic"}};e===null?e=[t]:e.push(t),s++}}}if(n.
SourceRabbitMQParameters!==void 0){let r=n.SourceRabbitMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.QueueName===void 0){let t={instancePath:a+
"/Source/SourceRabbitMQParameters",keyword:"required",params:{missingProperty:"QueueName"}};e===null?e=[t]:e.push(t),s++}if(r.VirtualHostName===void 0){let t={instancePath:a+
"/Source/SourceRabbitMQParameters",keyword:"required",params:{missingProperty:"VirtualHostName"}};e===null?e=[t]:e.push(t),s++}}}if(n.SourceRocketMQParameters!==
void 0){let r=n.SourceRocketMQParameters;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.GroupID===void 0){let t={instancePath:a+"/Source/SourceRocketMQParameter\
s",keyword:"required",params:{missingProperty:"GroupID"}};e===null?e=[t]:e.push(t),s++}}if(n.SourceSLSParameters!==void 0){let r=n.SourceSLSParameters;if(r&&typeof r==
"object"&&!Array.isArray(r)){if(r.LogStore===void 0){let t={instancePath:a+"/Source/SourceSLSParameters",keyword:"required",params:{missingProperty:"LogStore"}};
e===null?e=[t]:e.push(t),s++}if(r.Project===void 0){let t={instancePath:a+"/Source/SourceSLSParameters",keyword:"required",params:{missingProperty:"Project"}};e===
null?e=[t]:e.push(t),s++}if(r.RoleName===void 0){let t={instancePath:a+"/Source/SourceSLSParameters",keyword:"required",params:{missingProperty:"RoleName"}};e===
null?e=[t]:e.push(t),s++}}}}}return H.errors=e,s===0}var Ar=q;function q(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o)&&o.Sink!==void 0){let n=o.Sink;if(n&&typeof n=="object"&&!Array.
isArray(n)&&n.SinkOdpsParameters!==void 0){let r={instancePath:a+"/Sink/SinkOdpsParameters",keyword:"false schema",params:{}};e===null?e=[r]:e.push(r),s++}}return q.
errors=e,s===0}var Er=_;function _(o,{instancePath:a=""}={}){let e=null,s=0;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.EventStreamingName===void 0){let n={instancePath:a,keyword:"\
required",params:{missingProperty:"EventStreamingName"}};e===null?e=[n]:e.push(n),s++}if(o.BusinessMode===void 0){let n={instancePath:a,keyword:"required",params:{
missingProperty:"BusinessMode"}};e===null?e=[n]:e.push(n),s++}o.EventStreamingName!==void 0&&(R(o.EventStreamingName,{instancePath:a+"/EventStreamingName"})||(e=
i(e,R.errors),s=e.length)),o.BusinessMode!==void 0&&(C(o.BusinessMode,{instancePath:a+"/BusinessMode"})||(e=i(e,C.errors),s=e.length));for(let n in o)F.test(n)&&
(x(o[n],{instancePath:a+"/"+n.replace(/~/g,"~0").replace(/\//g,"~1")})||(e=i(e,x.errors),s=e.length))}else{let n={instancePath:a,keyword:"type",params:{}};e===null?
e=[n]:e.push(n),s++}return _.errors=e,s===0}function i(o,a){if(o===null)return a;for(let e of a)o.push(e);return o}export{Ir as base,Er as businessOption,Rr as openapiV2,Ar as others};
