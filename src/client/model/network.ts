/** Members that many tables share: the network through which EventBridge reaches an endpoint. */
import { choice, target, text } from './shape.ts';

const NETWORKS = ['PublicNetwork', 'PrivateNetwork'] as const;

/** A choice of network; `members` are required with a private one. */
const network = <const M extends readonly string[]>(...members: M) =>
  choice(NETWORKS, {
    about: 'the network on which the endpoint is reached',
    needs: [{ value: 'PrivateNetwork', members, code: 'network-without-vpc' }],
  });

const targetNetwork = <const M extends readonly string[]>(...members: M) =>
  target({
    values: NETWORKS,
    about: 'the network on which the endpoint is reached',
    needs: [{ value: 'PrivateNetwork', members, code: 'network-without-vpc' }],
  });

const vpcMembers = { VpcId: text(), VSwitchIds: text(), SecurityGroupId: text() };
const VPC = ['VpcId', 'VSwitchIds', 'SecurityGroupId'] as const;

/** `NetworkType` with the members of a VPC. */
export const vpc = { NetworkType: network(...VPC), ...vpcMembers };

/** As `vpc`, where the member is named `Network`. */
export const networkVpc = { Network: network(...VPC), ...vpcMembers };

/** As `vpc`, with one switch. */
export const oneSwitchVpc = {
  NetworkType: network('VpcId', 'VSwitchId', 'SecurityGroupId'),
  VpcId: text(),
  VSwitchId: text(),
  SecurityGroupId: text(),
};

export const instanceVpc = {
  InstanceNetwork: network('InstanceVpcId', 'InstanceVSwitchIds', 'InstanceSecurityGroupId'),
  InstanceVpcId: text(),
  InstanceVSwitchIds: text(),
  InstanceSecurityGroupId: text(),
};

/** As `networkVpc`, where no values of the network are documented. */
export const openVpc = { Network: text(), ...vpcMembers };

const targetVpcMembers = { VpcId: target(), VSwitchIds: target(), SecurityGroupId: target() };

export const targetVpc = { NetworkType: targetNetwork(...VPC), ...targetVpcMembers };

export const targetNetworkVpc = { Network: targetNetwork(...VPC), ...targetVpcMembers };

export const targetOneSwitchVpc = {
  NetworkType: targetNetwork('VpcId', 'VSwitchId', 'SecurityGroupId'),
  VpcId: target(),
  VSwitchId: target(),
  SecurityGroupId: target(),
};

/** The members for TLS with certificates of the customer. */
export const keystore = {
  SslKeyPassword: text({ secret: true }),
  SslKeystoreCertificateChain: text(),
  SslTruststoreCertificates: text(),
};
