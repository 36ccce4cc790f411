/** Redacts the secrets of the environment in the output of a command. */
import { secretsIn } from '../../client/auth/environment.ts';
import { LEAST_SECRET } from '../../client/redact/document.ts';
import { Redactor } from '../../client/redact/redactor.ts';
import type { Io, Output } from './io.ts';

export class Redaction {
  private readonly redactor = new Redactor();

  constructor(env: Io['env']) {
    this.redactor.add(...secretsIn(env).filter((secret) => secret.length >= LEAST_SECRET));
  }

  text(text: string): string {
    return this.redactor.text(text);
  }

  output(output: Output): Output {
    return {
      write: (chunk) => output.write(this.text(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk))),
      isTTY: output.isTTY,
      columns: output.columns,
    };
  }
}
