/** Operators of other event buses and query languages, with the product that has them. */

export const foreignOperators: ReadonlyMap<string, string> = new Map([
  ...of('Amazon EventBridge', 'wildcard equals-ignore-case $or'),
  ...of('Azure and of some open-source buses', 'regex'),
  ...of('quamina', 'regexp shellstyle'),
  ...of('Azure Event Grid', 'StringBeginsWith StringEndsWith StringContains'),
  ...of('MongoDB', '$and $not $nor $eq $ne $gt $gte $lt $lte $in $nin $all $exists $regex'),
]);

function of(owner: string, names: string): readonly (readonly [name: string, owner: string])[] {
  return names.split(' ').map((name) => [name, owner] as const);
}
