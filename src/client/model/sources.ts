/**
 * The sources of a stream: those of the control-plane SDK 6.3.0, with required members and further members of Kafka and SLS from the
 * data-plane SDK 1.3.2. One table, so that sources can be compared.
 */
import { instanceVpc, keystore, networkVpc, oneSwitchVpc, openVpc, vpc } from './network.ts';
import { boolean, choice, list, map, number, numeral, type OneOf, object, oneOf, required, text } from './shape.ts';

const star = { required: 'openapi-v2' } as const;
const secret = text({ secret: true });
const BODY = { encodes: ['data', 'body'] } as const;
const bodyDataType = choice(['JSON', 'Text', 'Binary'], {
  ...BODY,
  about: 'how the body of a message is read; a pattern can look into a JSON body only',
});
const valueDataType = choice(['JSON', 'Text', 'Binary'], { about: 'how the value of a record is read' });
const offsetReset = choice(['latest', 'earliest']);
const securityProtocol = choice(['SASL_SSL', 'PLAINTEXT', 'SASL_PLAINTEXT']);
const sslKeystoreKey = object({ KmsArn: text(), KmsSecretValueKey: text() });
const orderConsume = choice(['true', 'false'], { about: 'whether messages are consumed in order; a string' });

const connector = {
  ConnectorPackageUrl: text(),
  ConnectorParameters: object({ Config: map(), Name: text() }),
  WorkerParameters: map(),
};

/** From the table of "Configure RabbitMQ source", which does not name the type; its members are those of SourceRabbitMQMsgSyncParameters. */
const rabbitMQ = {
  ...vpc,
  BodyDataType: bodyDataType,
  CloudMigrationTaskId: text(),
  DstClusterHost: text(),
  DstClusterType: text(),
  Endpoint: text(),
  InstanceId: text(),
  InstanceType: text(),
  OrderConsume: orderConsume,
  Password: secret,
  PrefetchCount: numeral({
    min: 1,
    max: 1000,
    pattern: '^(?:[1-9][0-9]{0,2}|1000)$',
    default: '100',
    about: 'messages taken at a time; a string',
  }),
  QueueName: text(),
  Regex: text(),
  RegionId: text(),
  SrcClusterHost: text(),
  SrcClusterType: text(),
  SyncMetaType: text(),
  Username: text(),
  VirtualHostName: text(),
};

export const sources = {
  SourceApacheKafkaParameters: object({
    ...vpc,
    ...keystore,
    Bootstraps: text(),
    ConsumerGroup: text(),
    OffsetReset: offsetReset,
    SaslMechanism: text(),
    SaslPassword: secret,
    SaslUser: text(),
    SecurityProtocol: securityProtocol,
    SslKeystoreKey: sslKeystoreKey,
    Topic: text(),
    ValueDataType: valueDataType,
  }),
  SourceApacheRocketMQCheckpointParameters: object({
    ...oneSwitchVpc,
    InstanceEndpoint: text(),
    InstancePassword: secret,
    InstanceUsername: text(),
    RegionId: text(),
    Topics: list(text()),
  }),
  SourceCustomizedKafkaConnectorParameters: object(connector),
  SourceCustomizedKafkaParameters: object({ InstanceId: text() }),
  SourceDTSParameters: object({
    BrokerUrl: text(star),
    InitCheckPoint: number({ ...star, about: 'seconds since 1970 from which it consumes' }),
    Password: text({ ...star, secret: true }),
    RegionId: text(),
    Sid: text(star),
    TaskId: text(star),
    Topic: text(star),
    Username: text(star),
  }),
  SourceEventBusParameters: object({ EventBusName: text(), EventRuleName: text() }),
  SourceFeiShuDocsParameters: object({
    AppId: text(),
    AppSecret: secret,
    KnowledgeSpaceName: text(),
    LoadMode: text(),
  }),
  SourceJDBCParameters: object({
    ...openVpc,
    BatchSize: number(),
    CustomQuery: text(),
    IncrementingColumn: text(),
    JdbcUrl: text({ secret: true, about: 'counts as a secret, because such an address may hold a password' }),
    Password: secret,
    PollingInterval: number(),
    QueryMode: text(),
    QueryTimeout: number(),
    TableName: text(),
    TimestampColumn: text(),
    Username: text(),
  }),
  SourceKafkaParameters: object({
    ...openVpc,
    ConsumerGroup: text(star),
    ExtendConfig: map(),
    InstanceId: text(),
    Network: text({
      default: 'Default',
      examples: ['Default', 'PublicNetwork'],
      about: '`PublicNetwork` for an instance in a VPC',
      needs: [
        { value: 'PublicNetwork', members: ['VpcId', 'VSwitchIds', 'SecurityGroupId'], code: 'network-without-vpc' },
        { value: 'PrivateNetwork', members: ['VpcId', 'VSwitchIds', 'SecurityGroupId'], code: 'network-without-vpc' },
      ],
    }),
    OffsetReset: offsetReset,
    RegionId: text(),
    Topic: text(),
    ValueDataType: valueDataType,
  }),
  SourceMNSParameters: object({
    IsBase64Decode: boolean({ default: 'true', about: 'whether the body of a message is decoded' }),
    QueueName: text(),
    RegionId: text(),
  }),
  SourceMQTTParameters: object({
    ...vpc,
    BodyDataType: bodyDataType,
    InstanceId: text(star),
    RegionId: text(),
    Topic: text(star),
  }),
  SourceMySQLParameters: object({
    ...vpc,
    DatabaseName: text(),
    HostName: text(),
    IncludeSchemaChanges: text(),
    Password: secret,
    Port: number(),
    RegionId: text(),
    SnapshotMode: text(),
    TableNames: text(),
    User: text(),
  }),
  SourceOSSParameters: object({
    BucketName: text(),
    Delimiter: text({ default: 'a line end' }),
    LoadFormat: text(),
    LoadMode: choice(['single', 'element'], { default: 'single' }),
    Prefix: text(),
    RoleName: text(),
  }),
  SourceOpenSourceRabbitMQParameters: object({
    ...vpc,
    AuthType: text(),
    BodyDataType: bodyDataType,
    Endpoint: text(),
    Password: secret,
    QueueName: text(),
    Username: text(),
    VirtualHostName: text(),
  }),
  SourcePostgreSQLParameters: object({
    ...vpc,
    DatabaseName: text(),
    HostName: text(),
    Password: secret,
    Port: number(),
    RegionId: text(),
    SchemaName: text(),
    SnapshotMode: text(),
    TableNames: text(),
    User: text(),
  }),
  SourcePrometheusParameters: object({
    ClusterId: text(),
    DataType: text(),
    ExternalLabels: text(),
    Labels: text(),
    RegionId: text(),
    RoleName: text(),
  }),
  SourceRabbitMQMetaParameters: object({
    ...vpc,
    Endpoint: text(),
    InnerNameSuffix: text(),
    InstanceId: text(),
    InstanceType: text(),
    MaxHops: text(),
    OrderConsume: orderConsume,
    Password: secret,
    Regex: text(),
    SyncMetaType: text(),
    Username: text(),
    VirtualHostName: text(),
  }),
  SourceRabbitMQMsgSyncParameters: object(rabbitMQ),
  SourceRabbitMQParameters: object({ ...rabbitMQ, QueueName: text(star), VirtualHostName: text(star) }),
  SourceRocketMQCheckpointParameters: object({
    InstanceId: text(),
    InstanceType: text(),
    RegionId: text(),
    Topics: list(text()),
  }),
  SourceRocketMQParameters: object({
    ...networkVpc,
    ...instanceVpc,
    AuthType: text({ examples: ['ACL'] }),
    BodyDataType: bodyDataType,
    FilterSql: text({ about: 'for the FilterType `SQL`' }),
    FilterType: text({ examples: ['Tag', 'SQL'] }),
    GroupID: text(star),
    InstanceEndpoint: text(),
    InstanceId: text(),
    InstancePassword: secret,
    InstanceType: choice(['Cloud_4', 'Cloud_5', 'SelfBuilt'], { default: 'Cloud_4' }),
    InstanceUsername: text(),
    Offset: choice(['CONSUME_FROM_LAST_OFFSET', 'CONSUME_FROM_FIRST_OFFSET', 'CONSUME_FROM_TIMESTAMP'], {
      default: 'CONSUME_FROM_LAST_OFFSET',
      needs: [{ value: 'CONSUME_FROM_TIMESTAMP', members: ['Timestamp'], code: 'offset-without-timestamp' }],
    }),
    RegionId: text(),
    Tag: text({ about: 'for the FilterType `Tag`' }),
    Timestamp: number({ about: 'milliseconds since 1970, for the Offset `CONSUME_FROM_TIMESTAMP`' }),
    Topic: text(),
  }),
  SourceSLSParameters: object({
    ConsumePosition: choice(['begin', 'end'], { also: { pattern: '[0-9]+', about: 'seconds since 1970' } }),
    ConsumerGroup: text(),
    LogStore: text(star),
    Project: text(star),
    RegionId: text(),
    RoleName: text(star),
  }),
};

/** The member of `Source` that names the kind of source. */
export type SourceType = keyof typeof sources;
/** A stream document has exactly one of them. */
export const source: SourceShape = required(oneOf(sources, { about: 'where the events come from' }));

export interface SourceShape extends OneOf<typeof sources> {
  readonly required: 'always';
}
