/**
 * JUnit XML, valid by both common schemas: that of Ant (no attributes at the top, `properties` and both outputs in each suite) and that of
 * Jenkins (at least one property). Only the latter has skipped tests. Without times, so that the same run gives the same bytes.
 */

import { groupsOf, type TestCase } from '../report/cases.ts';
import type { RunReport } from '../report/report.ts';
import { printable } from '../terminal/terminal.ts';

export function junit(report: RunReport): string {
  const suites = groupsOf(report).map(({ name, cases, remarks }, id) => {
    const count = (outcome: TestCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
    const skipped = count('skipped');
    const attributes = {
      name,
      timestamp: '1970-01-01T00:00:00',
      hostname: 'localhost',
      tests: cases.length,
      failures: count('failed'),
      errors: count('error'),
      ...(skipped === 0 ? {} : { skipped }),
      time: 0,
      package: name,
      id,
    };
    return [
      `  <testsuite${attributesOf(attributes)}>`,
      `    <properties>\n      <property${attributesOf({ name: 'command', value: report.command })}/>\n    </properties>`,
      ...cases.map((one) => testcase(one, name)),
      `    <system-out>${escapeXml(remarks.join('\n'))}</system-out>`,
      '    <system-err></system-err>',
      '  </testsuite>',
    ].join('\n');
  });
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>'].join('\n')}\n`;
}

function testcase({ name, outcome, type, message, lines }: TestCase, classname: string): string {
  const open = `    <testcase${attributesOf({ name, classname, time: 0 })}`;
  if (outcome === 'passed') return `${open}/>`;
  if (outcome === 'skipped') return `${open}>\n      <skipped>${escapeXml(message)}</skipped>\n    </testcase>`;
  const element = outcome === 'error' ? 'error' : 'failure';
  const text = escapeXml(lines.join('\n'));
  return `${open}>\n      <${element}${attributesOf({ message, type })}>${text}</${element}>\n    </testcase>`;
}

function attributesOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Line breaks are kept. Characters that XML 1.0 cannot represent, even as an entity, are written as JavaScript escapes. */
export function escapeXml(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => printable(line).replace(/[\ufffe\uffff]/g, (c) => (c === '\ufffe' ? '\\ufffe' : '\\uffff')))
      .join('\n')
      .replace(/[&<>"']/g, (c) => ENTITIES[c] as string)
      // Escapes commands of a runner without a change of the XML.
      .replace(/##(?=\w*\[)/g, '#&#35;')
      .replace(/^([\p{Zs}\t]*):(?=:)/gmu, '$1&#58;')
      .replace(/section_(?=(?:start|end):\d)/gi, (mark) => `${mark.slice(0, -1)}&#95;`)
  );
}
