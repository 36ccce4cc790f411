import type { Make, Place } from '../diagnostic.ts';
import type { Rules } from '../dialect.ts';
import type { JsonScalar } from '../json/node.ts';
import { type Reason, reason } from '../reasons.ts';
import { addressIn, addressOf, type Block, type BlockProblem, type BlockText, readBlock } from '../value/addresses.ts';
import { type IpBlock, ipAddressIn, ipText, isInBlock, readIpBlock } from '../value/ip-addresses.ts';
import { type Operator, type OperatorContext, reportType, shown } from './operator.ts';
import { nothing } from './predicate.ts';

export interface Cidr {
  readonly text: string;
  readonly block: BlockText | IpBlockText;
}

/** A block of a dialect with addresses of both families. */
export interface IpBlockText extends IpBlock {
  readonly families: 'both';
}

const NAME = 'cidr';

export const cidr: Operator<Cidr, { readonly cidr: string }, false> = {
  name: NAME,
  summary: 'a string that holds an address of the block',
  parse(place, context) {
    const { node } = place;
    if (node.kind !== 'string') {
      const fixes = (make: Make) => make.blockListFixes(place);
      reportType(place, context, NAME, 'a string such as "10.0.0.0/24"', fixes);
      return undefined;
    }
    if (context.rules['cidr-blocks'] === 'both-families') return parseIpBlock(place, node.value, context);
    const block = readBlock(node.value, zerosOf(context.rules));
    if ('kind' in block) return reportProblem(place, node.value, block, context);
    if (block.hostBits) {
      const fixes = (make: Make) => make.hostBitFixes(node, node.value, block.canonical);
      context.report('cidr-host-bits', place, { text: node.value, block: block.canonical }, { fixes });
    }
    return { text: node.value, block };
  },
  print: ({ text }) => JSON.stringify(text),
  compile({ block }, rules) {
    if (isOfBoth(block)) return { ...nothing, string: (value) => isInBlock(block, ipAddressIn(value)) };
    const { first, last } = inside(block, rules);
    const zeros = zerosOf(rules);
    return {
      ...nothing,
      string(value) {
        const address = addressIn(value, zeros);
        return address >= first && address <= last;
      },
    };
  },
  keys({ block }, rules) {
    if (isOfBoth(block)) return [{ kind: 'ip-addresses', first: block.first, last: block.last }];
    const { first, last } = inside(block, rules);
    return first > last ? [] : [{ kind: 'addresses', first, last, zeros: zerosOf(rules) }];
  },
  denote({ block }, rules, { nothing, stringsWhere }) {
    if (isOfBoth(block)) {
      const { first, last } = block;
      return { ...nothing, strings: stringsWhere({ kind: 'ip-addresses', first, last }) };
    }
    const { first, last } = inside(block, rules);
    if (first > last) return nothing;
    return { ...nothing, strings: stringsWhere({ kind: 'addresses', first, last, zeros: zerosOf(rules) }) };
  },
  onMissing: () => false,
  wants: 'string',
  why({ block }, value, rules) {
    if (isOfBoth(block)) return whyNotInBlock(block, value);
    const zeros = zerosOf(rules);
    const address = value.kind === 'string' ? addressIn(value.value, zeros) : -1;
    if (address < 0) {
      const withZeros = value.kind === 'string' && !zeros && addressIn(value.value, true) >= 0;
      const note = withZeros ? reason('leading-zeros', { taken: false }) : undefined;
      return reason('not-an-address', { value: shown(value) }, note);
    }
    const { first, last } = inside(block, rules);
    if (first > last) return reason('empty-block', { value: shown(value) });
    const isEnd = address >= block.first && address <= block.last;
    const params = { value: shown(value), first: addressOf(first), last: addressOf(last) };
    return reason('outside-block', params, isEnd ? reason('block-ends', {}) : undefined);
  },
  whyHolds({ block }, value, rules) {
    if (isOfBoth(block)) return undefined;
    const withZeros = value.kind === 'string' && zerosOf(rules) && addressIn(value.value, false) < 0;
    return withZeros ? reason('leading-zeros', { taken: true }) : undefined;
  },
  mutate({ block }) {
    if (isOfBoth(block)) return ipMutants(block);
    const { first, last, masked } = block;
    // Without a mask there is no length to change, so the mutant is the other address of the same /31.
    if (!masked) return [cidrOf(addressOf(first ^ 1))];
    const bits = 32 - Math.log2(last - first + 1);
    return [bits - 1, bits + 1]
      .filter((length) => length >= 0 && length <= 32)
      .map((length) => {
        const size = 2 ** (32 - length);
        return cidrOf(`${addressOf(Math.floor(first / size) * size)}/${length}`);
      });
  },
  words({ block }, rules) {
    if (isOfBoth(block)) {
      const range = `from ${ipText(block.first)} to ${ipText(block.last)}`;
      return { holds: `is an address ${range}`, fails: `is no address ${range}` };
    }
    const { first, last } = inside(block, rules);
    if (first > last) return { holds: `is inside ${block.canonical}, which has no address here`, fails: 'is outside' };
    if (first === last)
      return { holds: `is the address ${addressOf(first)}`, fails: `is not the address ${addressOf(first)}` };
    const range = `from ${addressOf(first)} to ${addressOf(last)}`;
    return { holds: `is an IPv4 address ${range}`, fails: `is no IPv4 address ${range}` };
  },
  combinable: true,
  negatable: false,
  operand: {
    kind: 'block',
    snippets: ['"10.0.0.0/24"'],
    further: (rules) => (rules['cidr-blocks'] === 'both-families' ? ['"2001:db8::/32"'] : []),
  },
  widening: 'block',
  schema: ({ rules }) => {
    if (rules['cidr-blocks'] === 'both-families') return { type: 'string', pattern: '^[0-9A-Fa-f.:]+/[+]?[0-9]+/*$' };
    const part = zerosOf(rules)
      ? '(25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})'
      : '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
    return { type: 'string', pattern: `^${part}(\\.${part}){3}(/([0-9]|[0-2][0-9]|3[0-2]))?$` };
  },
  examples: {
    accepted: ['{"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}', '{"data":{"ip":[{"cidr":"10.0.0.1"}]}}'],
    refused: [
      ['{"data":{"ip":[{"cidr":"10.0.0/24"}]}}', 'cidr-syntax'],
      ['{"data":{"ip":[{"cidr":"2001:db8::/32"}]}}', 'cidr-ipv6'],
    ],
  },
};

function isOfBoth(block: Cidr['block']): block is IpBlockText {
  return 'families' in block;
}

function parseIpBlock(place: Place, text: string, { report }: OperatorContext): Cidr | undefined {
  const block = readIpBlock(text);
  if ('problem' in block) {
    report(
      'block-syntax',
      place,
      { text, problem: block.problem },
      { fixes: (make) => make.ipBlockFixes(place, text) },
    );
    return undefined;
  }
  if (block.hostBits) {
    const fixes = (make: Make) => make.hostBitFixes(place.node, text, block.canonical);
    report('cidr-host-bits', place, { text, block: block.canonical }, { fixes });
  }
  return { text, block: { ...block, families: 'both' } };
}

function whyNotInBlock({ first, last }: IpBlockText, value: JsonScalar): Reason {
  const address = value.kind === 'string' ? ipAddressIn(value.value) : undefined;
  if (address === undefined) return reason('not-any-address', { value: shown(value) });
  return reason('outside-block', { value: shown(value), first: ipText(first), last: ipText(last) });
}

/** One bit more and one bit less. */
function ipMutants({ canonical }: IpBlockText): readonly Cidr[] {
  const [address, mask] = canonical.split('/') as [string, string];
  return [Number(mask) - 1, Number(mask) + 1].flatMap((bits) => {
    const block = readIpBlock(`${address}/${bits}`);
    return 'problem' in block ? [] : [{ text: block.canonical, block: { ...block, families: 'both' } }];
  });
}

/** `text` is a canonical block. */
function cidrOf(text: string): Cidr {
  return { text, block: readBlock(text, false) as BlockText };
}

function zerosOf(rules: Rules): boolean {
  return rules['cidr-zeros'] === 'decimal';
}

/** The addresses that count as inside. Empty, with first > last, for a /31 or /32 without its ends. */
function inside(block: BlockText, rules: Rules): Block {
  const cut = block.masked && rules['cidr-ends'] === 'excluded' ? 1 : 0;
  return { first: block.first + cut, last: block.last - cut };
}

function reportProblem(place: Place, text: string, problem: BlockProblem, context: OperatorContext): undefined {
  if (problem.kind === 'ipv6') {
    context.report(
      'cidr-ipv6',
      place,
      { text },
      { hint: 'list the addresses as plain texts, as your producers spell them' },
    );
    return;
  }
  const { rules } = context;
  const fixes = (make: Make) =>
    make.blockFixes(place, text, { zeros: zerosOf(rules), whole: rules['cidr-ends'] === 'included' });
  context.report('cidr-syntax', place, { text, problem: problem.problem }, { fixes });
}
