/** Sources of Alibaba Cloud services, and common misspellings. */

/** Services that publish events (EventBridge documentation, "Event sources"), without the `acs.`. */
const SERVICES: ReadonlySet<string> = new Set(
  (
    'actiontrail actionplan adb alikafka apigateway arms bss bssopenapi cas cbn cdn clickhouse cloudmonitor cms computenest config cr cs datahub dataworks dbs dcdn ddos ddoscoo ' +
    'dms dts eais ecs edas eci ehpc eip elasticsearch emas emr ess eventbridge fc fnf gpdb hbase hbr hologram imm iot kafka kms live log lindorm maxcompute mns mongodb mse mts nas nlb alb ' +
    'ons oos openapiexplorer oss ots polardb polardbx pts quotas r-kvstore rabbitmq ram rds redis resourcecenter resourcemanager rocketmq ros sas sae sag scdn schedulerx slb sls smartag ' +
    'sms sts swas tablestore tag terway vod vpc vs waf yundun'
  ).split(' '),
);

/** The source of a service that a text names in another way: `oss`, `aliyun.oss`, `ACS.OSS`, `acs:oss`. */
export function serviceSource(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^(?:acs|aliyun|alicloud|alibabacloud|alibaba)[.:/_-]/, '');
  const source = `acs.${name}`;
  return SERVICES.has(name) && source !== text ? source : undefined;
}
