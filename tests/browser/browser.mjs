// The Chromium that tests and benches drive: the one in CHROMIUM, else Debian's.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Only the machine itself can be reached, so that a stray request fails instead of leaving.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

export function executable() {
  const path = process.env.CHROMIUM || '/usr/bin/chromium';
  if (!existsSync(path)) {
    console.error(`No Chromium at ${path}: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.`);
    process.exit(2);
  }
  return path;
}

export const launch = (args = []) => chromium.launch({ executablePath: executable(), args: [...ARGS, ...args] });

/**
 * A context on a profile of its own, in which every site may store what it likes, or none anything. (Playwright's usual contexts
 * are incognito: a page of one's own may store, a frame on another site's page may not.)
 */
export async function launchProfile({ storage, ...options }) {
  const profile = await mkdtemp(join(tmpdir(), 'traincost-profile-'));
  await mkdir(join(profile, 'Default'));
  const preferences = {
    profile: {
      block_third_party_cookies: !storage,
      cookie_controls_mode: storage ? 0 : 1,
      default_content_setting_values: { cookies: storage ? 1 : 2 },
    },
  };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, { executablePath: executable(), args: ARGS, ...options });
  context.once('close', () => rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => {}));
  return context;
}
