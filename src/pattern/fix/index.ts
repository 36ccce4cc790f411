/**
 * All functions that make fixes and hints in one object, which is passed to the findings that are kept. Operators
 * depend only on its type.
 */
import { noNegation, ONE_EXCLUDED } from './advice.ts';
import { blockFixes, blockListFixes, hostBitFixes } from './block.ts';
import { boundOrderFixes } from './bounds.ts';
import { boundFixes, comparisonFixes, lengthFixes, rangeFixes, symbolFixes } from './comparison.ts';
import { coveringFixes } from './covering.ts';
import { asChoice, choice, named, remove, removeFrom, replace, safe } from './edits.ts';
import { fieldOperatorFixes } from './field-operator.ts';
import { globFixes, ipBlockFixes, plainFixes } from './glob.ts';
import { jsonFixes } from './json-text.ts';
import { literalFixes, quoteFixes } from './literal.ts';
import { movedFixes, nestedNameFixes, readableNameFixes, renameFixes } from './names.ts';
import { emptyListFixes, innerFixes, itemFixes } from './negation.ts';
import { numberTextFixes } from './number-text.ts';
import { aloneFixes, bareWordFixes, operatorFixes, unsupportedFixes } from './operator.ts';
import {
  dataFixes,
  duplicateFixes,
  emptyConditionFixes,
  emptyFixes,
  flattenFixes,
  removalFixes,
  rootFixes,
  unquoteFix,
  wrapFixes,
} from './shape.ts';
import { spaceFixes } from './space.ts';
import { emptyOperandFixes, foreignOperandFixes, nestedOperatorFixes, textOperandFixes } from './text-operand.ts';
import { textFixes } from './wildcard-text.ts';
import { adviceInside, adviceOn, isWord } from './words.ts';

export const makers = {
  blockFixes,
  blockListFixes,
  hostBitFixes,
  boundFixes,
  boundOrderFixes,
  comparisonFixes,
  lengthFixes,
  rangeFixes,
  symbolFixes,
  coveringFixes,
  asChoice,
  choice,
  named,
  remove,
  removeFrom,
  replace,
  safe,
  fieldOperatorFixes,
  globFixes,
  ipBlockFixes,
  plainFixes,
  jsonFixes,
  literalFixes,
  quoteFixes,
  movedFixes,
  nestedNameFixes,
  readableNameFixes,
  renameFixes,
  emptyListFixes,
  innerFixes,
  itemFixes,
  numberTextFixes,
  aloneFixes,
  bareWordFixes,
  operatorFixes,
  unsupportedFixes,
  dataFixes,
  duplicateFixes,
  emptyConditionFixes,
  emptyFixes,
  flattenFixes,
  removalFixes,
  rootFixes,
  unquoteFix,
  wrapFixes,
  spaceFixes,
  emptyOperandFixes,
  foreignOperandFixes,
  nestedOperatorFixes,
  textOperandFixes,
  textFixes,
  adviceOn,
  adviceInside,
  noNegation,
  ONE_EXCLUDED,
  isWord,
};
