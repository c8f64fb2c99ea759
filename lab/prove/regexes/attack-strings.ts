import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** Text that may make a regular expression try much: `pump` repeated between what leads to it and what fails behind it. */
export type Attack = { readonly before: string; readonly pump: string; readonly after: string }

/** Characters of the kinds that classes tell apart; the first of a class is its sample. */
const characters = [...'a1 A<"-.,:;/\'(&=#_%é«م漢ß٣\n\t\r>)[]{}|\\*?!+@$^~`’“”–\u00a0\u200b\u0301ñÉ€½…']
const failing = ['\u0000', '!', '\n\u0000', '']
const MOST = 160

/** Attacks on every repetition without an upper end (or a high one) in a regular expression. */
export function attacksOn(source: string, flags: string): readonly Attack[] {
  const isUnicode = flags.includes('u')
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: isUnicode,
    unicodeSets: flags.includes('v'),
  })
  const matching = matcher(flags.replace(/[gyd]/g, ''))
  const attacks = new Map<string, Attack>()
  const add = (attack: Attack) => attacks.size < MOST && attacks.set(JSON.stringify(attack), attack)
  for (const quantifier of quantifiersIn(pattern)) {
    const before = leadTo(quantifier, matching)
    const pumps = new Set([sampleOf(quantifier.element, matching, 0), sampleOf(quantifier.element, matching, 1)])
    for (const character of characters) if (matching(quantifier.element.raw, character)) pumps.add(character)
    for (const pump of [...pumps].filter((one) => one !== '').slice(0, 24))
      for (const after of failing) {
        add({ before: '', pump, after })
        add({ before, pump, after })
        // A whole round of the expression may be what repeats.
        if (before !== '') add({ before: '', pump: before + pump, after })
      }
  }
  return [...attacks.values()]
}

type Matching = (raw: string, text: string) => boolean

function matcher(flags: string): Matching {
  const known = new Map<string, RegExp | undefined>()
  return (raw, text) => {
    if (!known.has(raw)) known.set(raw, compiled(raw, flags))
    return known.get(raw)?.test(text) ?? false
  }
}

/** A piece of an expression by itself; a reference to what is elsewhere in it is none. */
function compiled(raw: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${raw})$`, flags)
  } catch {
    return undefined
  }
}

function quantifiersIn(root: AST.Node): readonly AST.Quantifier[] {
  const found: AST.Quantifier[] = []
  const stack: AST.Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'Quantifier' && node.max >= 20) found.push(node)
    stack.push(...childrenOf(node))
  }
  return found
}

function childrenOf(node: AST.Node): readonly AST.Node[] {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? node.alternatives : []
    case 'Alternative':
      return node.elements
    case 'Quantifier':
      return [node.element]
    default:
      return []
  }
}

/** Text that the expression takes before it comes to a node. */
function leadTo(node: AST.Node, matching: Matching): string {
  const { parent } = node
  if (!parent) return ''
  const before =
    parent.type === 'Alternative' ? parent.elements.slice(0, parent.elements.indexOf(node as AST.Element)) : []
  return leadTo(parent, matching) + before.map((each) => sampleOf(each, matching, 0)).join('')
}

/** Some text that a node takes; `turn` chooses among its alternatives. */
function sampleOf(node: AST.Node, matching: Matching, turn: number): string {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value)
    case 'CharacterClass':
    case 'CharacterSet':
      return characters.find((character) => matching(node.raw, character)) ?? ''
    case 'Alternative':
      return node.elements.map((each) => sampleOf(each, matching, turn)).join('')
    case 'Group':
    case 'CapturingGroup': {
      const chosen = node.alternatives[turn % node.alternatives.length]
      return chosen ? sampleOf(chosen, matching, turn) : ''
    }
    case 'Quantifier':
      return sampleOf(node.element, matching, turn).repeat(Math.max(1, Math.min(node.min, 30)))
    default:
      return ''
  }
}
