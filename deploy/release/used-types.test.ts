import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { it } from 'node:test'
import { usedTypes } from './used-types.ts'

const files = new Map([
  [
    'client.d.ts',
    `import type { z } from 'zod';
import { type Story, type Store } from './store.ts';
export type { Problem as Trouble } from './problem.ts';
/** What is got. */
export type View = {
    /** Not the end. */
    readonly story: Story;
    readonly more: z.ZodString;
};
`,
  ],
  [
    'store.d.ts',
    `import type { Kysely } from 'kysely';
import type { Span } from './span.ts';
export type { Span };
export type Store = Kysely<unknown>;
export type Story = { readonly where: Place } & import("./late.ts").Late;
type Place = Span | undefined;
export declare function open(): Kysely<unknown>;
`,
  ],
  ['span.d.ts', 'export type Span = readonly [number, number];\nexport type Unused = Span;\n'],
  [
    'problem.d.ts',
    "export type Problem = \n/** Too large. */\n'large'\n/**\n * Not there.\n */\n | 'gone';\n/** Another. */\nexport type Other = Problem;\n",
  ],
  ['late.d.ts', 'export interface Late {\n    readonly at: number;\n}\nexport type Early = Late;\n'],
])
const resolve = (from: string, name: string) =>
  name.startsWith('.') ? posix.join(posix.dirname(from), name.replace(/\.ts$/, '.d.ts')) : undefined

it('keeps the types that one module needs, and no library that none of these is written with', () => {
  assert.deepEqual(Object.fromEntries(usedTypes(files, 'client.d.ts', resolve)), {
    'client.d.ts': `import type { Story } from './store.ts';
import type { z } from 'zod';
export type { Problem as Trouble } from './problem.ts';
/** What is got. */
export type View = {
    /** Not the end. */
    readonly story: Story;
    readonly more: z.ZodString;
};
export {};
`,
    'store.d.ts': `import type { Span } from './span.ts';
export type Story = { readonly where: Place } & import("./late.ts").Late;
type Place = Span | undefined;
export {};
`,
    'span.d.ts': 'export type Span = readonly [number, number];\nexport {};\n',
    'problem.d.ts':
      "export type Problem = \n/** Too large. */\n'large'\n/**\n * Not there.\n */\n | 'gone';\nexport {};\n",
    'late.d.ts': 'export interface Late {\n    readonly at: number;\n}\nexport {};\n',
  })
})
