/** A value as Python writes it. Bytes are not told apart from text. */
export type Literal = string | number | boolean | null | readonly Literal[]

/** Where a value is in a parsed feed, such as `entries`, 0, `title`; a length ends in `#length`. */
export type Path = readonly (string | number)[]

/** The assertion of a test of the feedparser suite, as far as it is understood. */
export type Expectation =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Expectation[] }
  | { readonly kind: 'not'; readonly part: Expectation }
  | { readonly kind: 'equal'; readonly path: Path; readonly value: Literal }
  | { readonly kind: 'unknown' }

type Tokens = { readonly list: readonly string[]; at: number }

const TOKEN =
  /\s*(?:([A-Za-z_]\w*)(?!["'\w])|([uUbBrR]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))|(\d+(?:\.\d+)?)|(==|!=|[()[\],.:{}<>=-]))/gy

const UNKNOWN: Expectation = { kind: 'unknown' }

/**
 * Reads the `Expect:` line of a feedparser test: comparisons of paths with literals, joined by and, or, not. What is
 * beyond that (calls, slices) becomes `unknown`, as does an expression that cannot be read at all.
 */
export function readExpectation(source: string): Expectation {
  try {
    const tokens = { list: tokenize(source), at: 0 }
    const expectation = readAny(tokens)
    return tokens.at === tokens.list.length ? expectation : UNKNOWN
  } catch (error) {
    if (error instanceof SyntaxError) return UNKNOWN
    throw error
  }
}

function tokenize(source: string): string[] {
  const list: string[] = []
  TOKEN.lastIndex = 0
  const trimmed = source.trim()
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed)
    if (!match) throw new SyntaxError(`Cannot read ${source}`)
    list.push(match[1] ?? match[2] ?? match[3] ?? match[4]!)
  }
  return list
}

function readAny(tokens: Tokens): Expectation {
  return readJoined(tokens, 'or', 'any', readAll)
}

function readAll(tokens: Tokens): Expectation {
  return readJoined(tokens, 'and', 'all', readNot)
}

function readJoined(
  tokens: Tokens,
  word: string,
  kind: 'all' | 'any',
  readPart: (tokens: Tokens) => Expectation,
): Expectation {
  const parts = [readPart(tokens)]
  while (take(tokens, word)) parts.push(readPart(tokens))
  return parts.length === 1 ? parts[0]! : { kind, parts }
}

function readNot(tokens: Tokens): Expectation {
  if (take(tokens, 'not')) return { kind: 'not', part: readNot(tokens) }
  return readInBrackets(tokens) ?? readComparison(tokens)
}

/** Brackets around a whole comparison; what else begins with one is a tuple. */
function readInBrackets(tokens: Tokens): Expectation | undefined {
  const start = tokens.at
  if (!take(tokens, '(')) return undefined
  try {
    const inside = readAny(tokens)
    if (inside.kind !== 'unknown' && take(tokens, ')')) return inside
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  tokens.at = start
  return undefined
}

/** One comparison, or several in a row of which each must hold: `a == b == 'c'`. */
function readComparison(tokens: Tokens): Expectation {
  const operands = [readOperand(tokens)]
  const operators: string[] = []
  for (let operator = tokens.list[tokens.at]; isOperator(operator); operator = tokens.list[tokens.at]) {
    tokens.at++
    operators.push(operator === 'is' && take(tokens, 'not') ? '!=' : operator)
    operands.push(readOperand(tokens))
  }
  const value = operands.find((operand) => operand.value !== undefined)?.value
  const paths = operands.flatMap(({ path }) => (path === undefined ? [] : [path]))
  if (value === undefined || paths.length !== operands.length - 1 || paths.length === 0) return UNKNOWN
  if (operators.includes('!=') && operators.length > 1) return UNKNOWN
  const parts: Expectation[] = paths.map((path) => ({ kind: 'equal', path, value }))
  if (operators[0] === '!=') return { kind: 'not', part: parts[0]! }
  return parts.length === 1 ? parts[0]! : { kind: 'all', parts }
}

function isOperator(token: string | undefined): token is '==' | '!=' | 'is' {
  return token === '==' || token === '!=' || token === 'is'
}

type Operand = { readonly path?: Path; readonly value?: Literal }

function readOperand(tokens: Tokens): Operand {
  const token = tokens.list[tokens.at] ?? ''
  if (token === 'None' || token === 'True' || token === 'False' || /^[\d(-]|["']$/.test(token))
    return { value: readLiteral(tokens) }
  if (token === '[' || token === '{' || !/^[A-Za-z_]/.test(token)) throw new SyntaxError(`Cannot read ${token}`)
  tokens.at++
  if (token === 'len' && take(tokens, '(')) {
    const inner = readOperand(tokens)
    expect(tokens, ')')
    if (!inner.path) throw new SyntaxError('len of no path')
    return { path: [...inner.path, '#length'] }
  }
  const path: (string | number)[] = [token]
  for (;;) {
    if (take(tokens, '[')) {
      const key = readLiteral(tokens)
      if (typeof key !== 'string' && typeof key !== 'number') throw new SyntaxError('Odd key')
      path.push(key)
      expect(tokens, ']')
    } else if (take(tokens, '.')) {
      const name = tokens.list[tokens.at++] ?? ''
      if (!take(tokens, '(')) path.push(name)
      else if (name === 'get') {
        path.push(String(readLiteral(tokens)))
        if (take(tokens, ',')) readLiteral(tokens)
        expect(tokens, ')')
      } else throw new SyntaxError(`Call of ${name}`)
    } else if (tokens.list[tokens.at] === '(') throw new SyntaxError(`Call of ${token}`)
    else return { path }
  }
}

function readLiteral(tokens: Tokens): Literal {
  const token = tokens.list[tokens.at++]
  if (token === undefined) throw new SyntaxError('The end comes too early')
  if (token === 'None') return null
  if (token === 'True' || token === 'False') return token === 'True'
  if (token === '-') return -Number(tokens.list[tokens.at++])
  if (/^\d/.test(token)) return Number(token)
  if (token === '(') return readTuple(tokens)
  if (!/["']$/.test(token)) throw new SyntaxError(`No literal: ${token}`)
  let text = stringOf(token)
  while (/["']$/.test(tokens.list[tokens.at] ?? '')) text += stringOf(tokens.list[tokens.at++]!)
  return text
}

function readTuple(tokens: Tokens): Literal {
  const items: Literal[] = []
  let isTuple = false
  while (!take(tokens, ')')) {
    items.push(readLiteral(tokens))
    if (take(tokens, ',')) isTuple = true
  }
  return isTuple ? items : items[0]!
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', '\n': '' }

function stringOf(token: string): string {
  const quote = token.search(/["']/)
  const width = /^[uUbBrR]*(?:"""|''')/.test(token) && token.length > quote + 5 ? 3 : 1
  const body = token.slice(quote + width, -width)
  if (/r/i.test(token.slice(0, quote))) return body
  return body.replace(
    /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2})|([\s\S]))/gi,
    (_match, short, long, byte, one) => {
      const code = short ?? long ?? byte
      return code === undefined ? (ESCAPED[one] ?? one) : String.fromCodePoint(Number.parseInt(code, 16))
    },
  )
}

function take(tokens: Tokens, word: string): boolean {
  if (tokens.list[tokens.at] !== word) return false
  tokens.at++
  return true
}

function expect(tokens: Tokens, word: string): void {
  if (!take(tokens, word)) throw new SyntaxError(`${word} is missing`)
}
