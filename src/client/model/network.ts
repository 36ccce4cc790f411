/** Members that many tables share: the network through which EventBridge reaches an endpoint. */
import { choice, target, text } from './shape.ts';

const NETWORKS = ['PublicNetwork', 'PrivateNetwork'] as const;

/** A choice of network, and the members that a private one needs beside it. */
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

/** `NetworkType` and what it needs. */
export const vpc = { NetworkType: network(...VPC), ...vpcMembers };

/** The same, where the member is called `Network`. */
export const networkVpc = { Network: network(...VPC), ...vpcMembers };

/** The same, where there is one switch only. */
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

/** Without a documented set of values for the network. */
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

/** How a customer's own certificates for TLS are named. */
export const keystore = {
  SslKeyPassword: text({ secret: true }),
  SslKeystoreCertificateChain: text(),
  SslTruststoreCertificates: text(),
};
