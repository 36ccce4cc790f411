/**
 * The members of every source and sink as the control-plane SDK declares them: s string, n number, b boolean, TP target
 * parameter. Copied from the SDK, not from the tables, which must agree with it.
 */
export const listed: Readonly<Record<string, string>> = {
  SourceApacheKafkaParameters:
    'Bootstraps:s, ConsumerGroup:s, NetworkType:s, OffsetReset:s, SaslMechanism:s, SaslPassword:s, SaslUser:s, SecurityGroupId:s, SecurityProtocol:s, SslKeyPassword:s, SslKeystoreCertificateChain:s, SslKeystoreKey:{KmsArn:s, KmsSecretValueKey:s}, SslTruststoreCertificates:s, Topic:s, VSwitchIds:s, ValueDataType:s, VpcId:s',
  SourceApacheRocketMQCheckpointParameters:
    'InstanceEndpoint:s, InstancePassword:s, InstanceUsername:s, NetworkType:s, RegionId:s, SecurityGroupId:s, Topics:s[], VSwitchId:s, VpcId:s',
  SourceCustomizedKafkaConnectorParameters:
    'ConnectorPackageUrl:s, ConnectorParameters:{Config:map, Name:s}, WorkerParameters:map',
  SourceCustomizedKafkaParameters: 'InstanceId:s',
  SourceDTSParameters: 'BrokerUrl:s, InitCheckPoint:n, Password:s, Sid:s, TaskId:s, Topic:s, Username:s',
  SourceEventBusParameters: 'EventBusName:s, EventRuleName:s',
  SourceFeiShuDocsParameters: 'AppId:s, AppSecret:s, KnowledgeSpaceName:s, LoadMode:s',
  SourceJDBCParameters:
    'BatchSize:n, CustomQuery:s, IncrementingColumn:s, JdbcUrl:s, Network:s, Password:s, PollingInterval:n, QueryMode:s, QueryTimeout:n, SecurityGroupId:s, TableName:s, TimestampColumn:s, Username:s, VSwitchIds:s, VpcId:s',
  SourceKafkaParameters:
    'ConsumerGroup:s, InstanceId:s, Network:s, OffsetReset:s, RegionId:s, SecurityGroupId:s, Topic:s, VSwitchIds:s, ValueDataType:s, VpcId:s',
  SourceMNSParameters: 'IsBase64Decode:b, QueueName:s, RegionId:s',
  SourceMQTTParameters:
    'BodyDataType:s, InstanceId:s, NetworkType:s, RegionId:s, SecurityGroupId:s, Topic:s, VSwitchIds:s, VpcId:s',
  SourceMySQLParameters:
    'DatabaseName:s, HostName:s, IncludeSchemaChanges:s, NetworkType:s, Password:s, Port:n, RegionId:s, SecurityGroupId:s, SnapshotMode:s, TableNames:s, User:s, VSwitchIds:s, VpcId:s',
  SourceOSSParameters: 'BucketName:s, Delimiter:s, LoadFormat:s, LoadMode:s, Prefix:s, RoleName:s',
  SourceOpenSourceRabbitMQParameters:
    'AuthType:s, BodyDataType:s, Endpoint:s, NetworkType:s, Password:s, QueueName:s, SecurityGroupId:s, Username:s, VSwitchIds:s, VirtualHostName:s, VpcId:s',
  SourcePostgreSQLParameters:
    'DatabaseName:s, HostName:s, NetworkType:s, Password:s, Port:n, RegionId:s, SchemaName:s, SecurityGroupId:s, SnapshotMode:s, TableNames:s, User:s, VSwitchIds:s, VpcId:s',
  SourcePrometheusParameters: 'ClusterId:s, DataType:s, ExternalLabels:s, Labels:s, RegionId:s, RoleName:s',
  SourceRabbitMQMetaParameters:
    'Endpoint:s, InnerNameSuffix:s, InstanceId:s, InstanceType:s, MaxHops:s, NetworkType:s, OrderConsume:s, Password:s, Regex:s, SecurityGroupId:s, SyncMetaType:s, Username:s, VSwitchIds:s, VirtualHostName:s, VpcId:s',
  SourceRabbitMQMsgSyncParameters:
    'BodyDataType:s, CloudMigrationTaskId:s, DstClusterHost:s, DstClusterType:s, Endpoint:s, InstanceId:s, InstanceType:s, NetworkType:s, OrderConsume:s, Password:s, PrefetchCount:s, Regex:s, SecurityGroupId:s, SrcClusterHost:s, SrcClusterType:s, SyncMetaType:s, Username:s, VSwitchIds:s, VirtualHostName:s, VpcId:s',
  SourceRabbitMQParameters:
    'InstanceId:s, NetworkType:s, QueueName:s, RegionId:s, SecurityGroupId:s, VSwitchIds:s, VirtualHostName:s, VpcId:s',
  SourceRocketMQCheckpointParameters: 'InstanceId:s, InstanceType:s, RegionId:s, Topics:s[]',
  SourceRocketMQParameters:
    'AuthType:s, BodyDataType:s, FilterSql:s, FilterType:s, GroupID:s, InstanceEndpoint:s, InstanceId:s, InstanceNetwork:s, InstancePassword:s, InstanceSecurityGroupId:s, InstanceType:s, InstanceUsername:s, InstanceVSwitchIds:s, InstanceVpcId:s, Network:s, Offset:s, RegionId:s, SecurityGroupId:s, Tag:s, Timestamp:n, Topic:s, VSwitchIds:s, VpcId:s',
  SourceSLSParameters: 'ConsumePosition:s, LogStore:s, Project:s, RoleName:s',
  SinkAgentRunParameters: 'AgentRuntimeName:s, Body:TP, EndpointName:s, RoleName:s, Timeout:s',
  SinkApacheKafkaParameters:
    'Acks:s, Bootstraps:s, CompressionType:s, DynamicTopic:TP, Headers:TP, Key:TP, NetworkType:TP, SaslMechanism:s, SaslPassword:s, SaslUser:s, SecurityGroupId:TP, SecurityProtocol:s, SslKeyPassword:s, SslKeystoreCertificateChain:s, SslKeystoreKey:{KmsArn:s, KmsSecretValueKey:s}, SslTruststoreCertificates:s, Topic:s, VSwitchIds:TP, Value:TP, VpcId:TP',
  SinkApacheRocketMQCheckpointParameters:
    'ConsumeTimestamp:TP, Group:TP, InstanceEndpoint:s, InstancePassword:s, InstanceUsername:s, NetworkType:s, SecurityGroupId:s, Topic:TP, VSwitchId:s, VpcId:s',
  SinkApiDestinationParameters: 'BodyParameters:TP, HeaderParameters:TP, Name:s, QueryStringParameters:TP, Timeout:n',
  SinkBaiLianParameters:
    'After:TP, ApplicationType:s, Before:TP, Context:any, Extend:any, Offset:TP, Op:TP, Partition:TP, WorkspaceId:s',
  SinkCustomizedKafkaConnectorParameters:
    'ConnectorPackageUrl:s, ConnectorParameters:{Config:map, Name:s}, WorkerParameters:map',
  SinkCustomizedKafkaParameters: 'InstanceId:s',
  SinkDashVectorParameters:
    'ApiKey:s, Collection:s, DashVectorSchemaParameters:{Name:TP, Type:TP, Value:TP}[], InstanceId:s, Network:s, Operation:s, Partition:TP, PrimaryKeyId:TP, Vector:TP',
  SinkDataHubParameters: 'Body:TP, Project:TP, RoleName:TP, Topic:TP, TopicSchema:TP, TopicType:TP',
  SinkDataWorksTriggerParameters: 'Enable:s',
  SinkDorisParameters:
    'BeHttpEndpoint:TP, Body:TP, Database:TP, FeHttpEndpoint:TP, NetworkType:TP, Password:TP, QueryEndpoint:TP, SecurityGroupId:TP, Table:TP, UserName:TP, VSwitchIds:TP, VpcId:TP',
  SinkEventHouseParameters:
    'CatalogName:s, EventTableName:s, MappingRules:{ColumnName:s, ColumnType:s, ColumnValue:TP}[], NamespaceName:s',
  SinkFcParameters:
    'Body:TP, Concurrency:TP, DataFormat:TP, FunctionName:TP, InvocationType:TP, Qualifier:TP, ServiceName:TP',
  SinkFnfParameters: 'ExecutionName:TP, FlowName:TP, Input:TP, RoleName:TP',
  SinkHttpsParameters: 'Body:TP, Method:s, NetworkType:s, SecurityGroupId:s, Token:s, URL:TP, VSwitchIds:s, VpcId:s',
  SinkKafkaParameters:
    'Acks:TP, CompressionType:s, DynamicTopic:TP, Headers:TP, InstanceId:TP, Key:TP, Topic:TP, Value:TP',
  SinkMNSParameters: 'Body:TP, IsBase64Encode:TP, QueueName:TP',
  SinkMQTTParameters: 'InstanceId:s, Mqtt5UserProperty:TP, ParentTopic:s, Payload:TP, SubTopic:TP',
  SinkOSSParameters:
    'BucketName:s, CompressionType:s, ContentTransform:TP, Endpoint:s, PathFormat:s, RegionId:s, RoleArn:s, RotateIntervalMs:s, RotateSizeBytes:s, SSLEnabled:b, TaskConcurrency:s, TimeZone:s',
  SinkOpenSourceRabbitMQParameters:
    'AuthType:s, Body:TP, Endpoint:s, Exchange:s, MessageId:TP, NetworkType:s, Password:s, Properties:TP, QueueName:s, RoutingKey:TP, SecurityGroupId:s, TargetType:s, Username:s, VSwitchIds:s, VirtualHostName:s, VpcId:s',
  SinkPrometheusParameters:
    'AuthorizationType:TP, Data:TP, HeaderParameters:TP, NetworkType:TP, Password:TP, SecurityGroupId:TP, URL:TP, Username:TP, VSwitchId:TP, VpcId:TP',
  SinkRabbitMQMetaParameters:
    'Endpoint:s, InstanceId:s, InstanceType:s, NetworkType:s, Password:s, SecurityGroupId:s, Username:s, VSwitchIds:s, VirtualHostName:s, VpcId:s',
  SinkRabbitMQMsgSyncParameters:
    'Body:TP, Endpoint:s, Exchange:TP, InstanceId:s, InstanceType:s, MaxHops:s, MessageId:TP, NetworkType:s, Password:s, Properties:TP, RoutingKey:TP, SecurityGroupId:s, Username:s, VSwitchIds:s, VirtualHostName:s, VpcId:s',
  SinkRabbitMQParameters:
    'Body:TP, Exchange:TP, InstanceId:TP, MessageId:TP, NetworkType:TP, Properties:TP, QueueName:TP, RoutingKey:TP, SecurityGroupId:TP, TargetType:TP, VSwitchIds:TP, VirtualHostName:TP, VpcId:TP',
  SinkRocketMQCheckpointParameters: 'ConsumeTimestamp:TP, Group:TP, InstanceId:s, InstanceType:s, Topic:TP',
  SinkRocketMQParameters:
    'Body:TP, DeliveryOrderType:TP, InstanceEndpoint:TP, InstanceId:TP, InstancePassword:TP, InstanceType:TP, InstanceUsername:TP, Keys:TP, Network:TP, Properties:TP, SecurityGroupId:TP, ShardingKey:TP, Tags:TP, Topic:TP, VSwitchIds:TP, VpcId:TP',
  SinkSLSParameters: 'Body:TP, ContentSchema:TP, ContentType:TP, LogStore:TP, Project:TP, RoleName:TP, Topic:TP',
};
