/** Opens an address in the user's browser. */
import { spawn } from 'node:child_process';

/** The longest argument on Linux, in bytes. */
const MAX_ARGUMENT = 128 * 1024;
/** The longest command line on Windows, in characters. */
const MAX_COMMAND_LINE = 32_000;

/** Returns whether a program was started. No shell reads the address. */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const [command, ...argv] = OPENERS[platform] ?? ['xdg-open'];
  if (url.length > (platform === 'win32' ? MAX_COMMAND_LINE : MAX_ARGUMENT) - 1000) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(command as string, [...argv, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
