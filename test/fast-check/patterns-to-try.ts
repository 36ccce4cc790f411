/** Patterns for which events are hard to generate, each with its dialect. */
import type { DialectName } from '../../src/index.ts';

export const awkward: readonly (readonly [title: string, dialect: DialectName, pattern: string])[] = [
  ['no field', 'aliyun', '{}'],
  ['one value', 'aliyun', '{"source":["acs.oss"]}'],
  [
    'all operators',
    'aliyun',
    '{"source":[{"prefix":"acs."}],"type":[{"suffix":":Put"},{"contains":"Object"}],"data":{"state":[{"anything-but":["a",1,null]}],"n":[{"numeric":[">",0,"<=",5]}],"ip":[{"cidr":"10.0.0.0/24"}],"x":[{"exists":true}],"y":[{"exists":false}]}}',
  ],
  [
    'operators that must all hold',
    'aliyun',
    '{"subject":[{"prefix":"a/","suffix":".jpg","contains":"/b/"},{"anything-but":{"prefix":"a"},"suffix":"z"}]}',
  ],
  [
    'a path that runs through the leaf of another one',
    'aliyun',
    '{"data":{"a":["x",{"exists":false}],"b":[{"exists":true}]},"source":[{"exists":false},"s"]}',
  ],
  ['only members that are missing', 'aliyun', '{"data":{"a":{"b":[{"exists":false}]},"c":[{"exists":false}]}}'],
  ['names of prototypes', 'aliyun', '{"data":{"__proto__":{"constructor":["x"]},"":[{"prefix":"\\ud83d"}]}}'],
  ['texts of a number beside others', 'aliyun', '{"data":{"n":[300.0,3e2,7],"m":[1.10,{"numeric":["=",1.1]}]}}'],
  [
    'a condition that contradicts itself beside one that does not',
    'aliyun',
    '{"data":{"n":[{"numeric":[">",5,"<",1]},5]}}',
  ],
  ['what holds for everything that is there', 'aliyun', '{"data":{"a":[{"exists":true},{"exists":false}]}}'],
  [
    'a thousand conditions',
    'aliyun',
    JSON.stringify({ data: { id: Array.from({ length: 1000 }, (_, i) => `id-${i}`) } }),
  ],
  [
    'forty fields',
    'aliyun',
    JSON.stringify({ data: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}`, [i, 'x']])) }),
  ],
  ['deep paths', 'aliyun', `${'{"data":'.padEnd(8)}${'{"a":'.repeat(400)}["x"]${'}'.repeat(401)}`],
  ['equality of texts', 'rocketmq', '{"source":["300",true],"data":{"n":[300,"x"],"m":[300.0,-2147483648]}}'],
  [
    'blocks without their ends',
    'rocketmq',
    '{"data":{"ip":[{"cidr":"10.0.0.0/30"}],"zeros":[{"cidr":"10.0.0.0/24"}]}}',
  ],
  ['two names that are one path', 'rocketmq', '{"data":{"a.b":["x","y"],"a":{"b":["y","z"]}}}'],
  ['two names that are one path, and only an array has both', 'rocketmq', '{"data":{"a.b":["x"],"a":{"b":["y"]}}}'],
  [
    'one path through the leaf of another one',
    'rocketmq',
    '{"data":{"a.b":[{"exists":false}],"a":["x",{"exists":false}],"c":[1]}}',
  ],
  [
    'branches and objects in arrays',
    'aws',
    '{"source":["aws.s3"],"detail":{"e":{"f":["A"],"l":[{"numeric":[">",1]}],"z":[{"exists":false}]},"$or":[{"a":[{"wildcard":"a*b\\\\*"}]},{"b":[{"equals-ignore-case":"stra\u00dfe"}],"c":[1]}]}}',
  ],
  [
    'all operators',
    'aws',
    '{"a":[{"prefix":{"equals-ignore-case":"x"}}],"b":[{"suffix":{"equals-ignore-case":"y"}}],"c":[{"anything-but":{"wildcard":["*a","b*"]}}],"d":[{"anything-but":{"suffix":["a","b"]}}],"e":[{"anything-but":[1,2]}],"f":[{"cidr":"2001:db8::/32"}],"g":["10.0.0.1"],"h":[{"exactly":"10.0.0.1"}],"i":[9007199254740993,{"numeric":["=",5]}],"j":[{"anything-but":{"equals-ignore-case":["k","\u212a"]}}]}',
  ],
  ['a path that is a field and leads on', 'aws', '{"a":["x"],"a.b":["y"]}'],
  ['two fields that are the same in all branches', 'aws', '{"$or":[{"a":["x"]},{"a":["y"]},{"a":["x"],"b":[null]}]}'],
];
