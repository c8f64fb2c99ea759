import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Script } from 'node:vm'
import { findAsset } from './assets.ts'
import { joinScripts } from './join-scripts.ts'

const scripts = (files: Readonly<Record<string, string>>) => joinScripts(new Map(Object.entries(files)), 'main.js')
const joined = (files: Readonly<Record<string, string>>) => scripts(files).get('main.js')!

describe('joinScripts', () => {
  it('puts what is imported first, once, and keeps the names of a file to itself', () => {
    const text = joined({
      'main.js': "import './a-b.js'\nimport { add as plus, one } from './c.js'\nresult = plus(one, 1)",
      'a-b.js': "import { one } from './c.js'\nconst hidden = one\nseen.push(hidden)",
      'c.js':
        '/** @param {number} a */\nexport function add(a, b) {\n  return a + b\n}\n// one\nexport const one = 1\nconst hidden = 5\nseen.push(hidden)',
    })
    const seen: number[] = []
    const result = new Function('seen', `'use strict'; let result; ${text}; return result`)(seen)
    assert.equal(result, 2)
    assert.deepEqual(seen, [5, 1])
    assert.doesNotMatch(text, /import|export|@param|\/\/|^\s/m)
  })

  it('makes a script of its own of what is imported when it is needed', () => {
    const made = scripts({
      'main.js': "if (x) import('./late.js')",
      'late.js': "import { one } from './one.js'\nuse(one)",
      'one.js': 'export const one = 1',
    })
    assert.deepEqual([...made.keys()], ['main.js', 'late.js'])
    assert.match(made.get('main.js')!, /if \(x\) import\('\.\/late\.js'\)/)
    assert.doesNotMatch(made.get('main.js')!, /use\(/)
    assert.match(made.get('late.js')!, /const one = 1[\s\S]*use\(one\)/)
  })

  it('says what it cannot join', () => {
    assert.throws(() => joined({ 'main.js': "import './none.js'" }), /none\.js, which is not there/)
    assert.throws(() => joined({ 'main.js': '', 'other.js': '' }), /No island imports other\.js/)
    assert.throws(() => joined({ 'main.js': "import './a.js'", 'a.js': "import './main.js'" }), /imports itself/)
    assert.throws(() => joined({ 'main.js': 'export default 1' }), /cannot be joined: export default 1/)
    assert.throws(() => joined({ 'main.js': "import * as a from './a.js'" }), /cannot be joined: import \* as a/)
  })
})

describe('the script that is served', () => {
  const { body = '' } = findAsset('', 'main.js') ?? {}

  it('is one script that can be read by an engine', () => {
    // A module knows its own URL, which a script of this kind does not.
    assert.doesNotThrow(() => new Script(body.replaceAll('import.meta', 'itself')))
  })

  it('has every island', () => {
    assert.ok([...body.matchAll(/customElements\.define\('([\w-]+)'/g)].length >= 4)
  })
})
