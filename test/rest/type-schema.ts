import {
  type Checker,
  SymbolFlags,
  type TupleType,
  type Type,
  TypeFlags,
  type TypeReference,
  type Symbol as TypeSymbol,
} from 'typescript/unstable/sync'

type Schema = Readonly<Record<string, unknown>>

/** Writes types as JSON Schema (2020-12). Named shapes stand once, under `schemas`, and are pointed at. */
export function schemaWriter(checker: Checker): {
  readonly write: (type: Type, where: string) => Schema
  readonly schemas: Record<string, Schema>
} {
  const schemas: Record<string, Schema> = {}
  const names = new Map<number, string>()
  return { write, schemas }

  function write(type: Type, where: string): Schema {
    const simple = simpleSchema(type)
    if (simple) return simple
    const alias = type.getAliasSymbol()
    if (!alias || type.getAliasTypeArguments().length > 0 || isPlainUnion(type)) return shape(type, where)
    const known = names.get(type.id)
    if (known !== undefined) return pointerTo(known)
    const name = freeName(alias.name)
    names.set(type.id, name)
    schemas[name] = {}
    schemas[name] = described(shape(type, `${where} (${name})`), alias.getDocumentationComment(checker))
    return pointerTo(name)
  }

  function shape(type: Type, where: string): Schema {
    if (type.isUnionType()) return union(type.getTypes(), where)
    if (type.isIntersectionType() && type.getTypes().some(({ flags }) => flags & TypeFlags.String))
      return { type: 'string' }
    if (type.isTypeReference() && checker.isArrayType(type))
      return { type: 'array', items: write(only(type), `${where}[]`) }
    if (checker.isTupleType(type) && type.isTypeReference()) return tuple(type, where)
    if (!type.isObjectType() && !type.isIntersectionType()) throw notJson(type, where)
    if (/^(?:Uint8Array|Map|Set|Date|Promise|ReadonlyMap|ReadonlySet)$/.test(type.getSymbol()?.name ?? ''))
      throw notJson(type, where)
    return object(type, where)
  }

  /** A list that holds at least so many; where its members are of several types, each may be any of them. */
  function tuple(type: TypeReference, where: string): Schema {
    const { fixedLength, elementFlags } = type.getTarget() as TupleType
    const members = new Map(checker.getTypeArguments(type).map((item) => [item.id, item]))
    const items = [...members.values()].map((item) => write(item, `${where}[]`))
    const isOpen = elementFlags.length > fixedLength
    return {
      type: 'array',
      items: items.length === 1 ? items[0] : { anyOf: items },
      minItems: fixedLength,
      ...(!isOpen && { maxItems: fixedLength }),
    }
  }

  function union(types: readonly Type[], where: string): Schema {
    const given = types.filter(({ flags }) => !(flags & (TypeFlags.Undefined | TypeFlags.Void)))
    const words = given.flatMap((type) => (type.isStringLiteralType() ? [type.value] : []))
    const numbers = given.flatMap((type) => (type.isNumberLiteralType() ? [type.value] : []))
    const booleans = given.filter(({ flags }) => flags & TypeFlags.BooleanLiteral)
    const others = given.filter((type) => !type.isLiteralType())
    const members = ([] as Schema[]).concat(
      words.length > 0 ? [{ type: 'string', enum: words }] : [],
      numbers.length > 0 ? [{ type: 'number', enum: numbers }] : [],
      booleans.length === 2 ? [{ type: 'boolean' }] : booleans.map((type) => simpleSchema(type) ?? {}),
      others.map((type) => write(type, where)),
    )
    const [first] = members
    return members.length === 1 && first ? first : { anyOf: members }
  }

  function object(type: Type, where: string): Schema {
    const properties = checker.getPropertiesOfType(type).filter((property) => !isMethod(property))
    const types = properties.length === 0 ? [] : checker.getTypeOfSymbol(properties)
    const entries = properties.map((property, at) => {
      const found = types[at]
      if (!found) throw new Error(`${where}.${property.name} has no type`)
      const written = write(found, `${where}.${property.name}`)
      return [property.name, described(written, property.getDocumentationComment(checker))] as const
    })
    const required = properties.filter(({ flags }) => !(flags & SymbolFlags.Optional)).map(({ name }) => name)
    const [index] = checker.getIndexInfosOfType(type)
    return {
      type: 'object',
      ...(entries.length > 0 && { properties: Object.fromEntries(entries) }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: write(index.valueType, `${where}[…]`) }),
    }
  }

  function isMethod(property: TypeSymbol): boolean {
    if (property.flags & SymbolFlags.Method) return true
    const type = checker.getTypeOfSymbol(property)
    return type !== undefined && checker.getSignaturesOfType(type, 0).length > 0
  }

  function only(type: Type): Type {
    const [item] = type.isTypeReference() ? checker.getTypeArguments(type) : []
    if (!item) throw new Error('A list of nothing')
    return item
  }

  function isPlainUnion(type: Type): boolean {
    return type.isUnionType() && type.getTypes().every((member) => member.isLiteralType() || !member.isObjectType())
  }

  function freeName(wanted: string): string {
    for (let count = 1; count < 100; count++) {
      const name = count === 1 ? wanted : `${wanted}${count}`
      if (!Object.hasOwn(schemas, name)) return name
    }
    throw new Error(`Too many shapes are called ${wanted}`)
  }

  function notJson(type: Type, where: string): Error {
    return new Error(`${where} is not JSON: ${checker.typeToString(type)}`)
  }
}

function simpleSchema(type: Type): Schema | undefined {
  if (type.isStringLiteralType()) return { const: type.value }
  if (type.isNumberLiteralType()) return { const: type.value }
  if (type.isBooleanLiteralType()) return { const: type.value }
  if (type.flags & (TypeFlags.String | TypeFlags.TemplateLiteral)) return { type: 'string' }
  if (type.flags & TypeFlags.Number) return { type: 'number' }
  if (type.flags & TypeFlags.Null) return { type: 'null' }
  if (type.flags & (TypeFlags.Unknown | TypeFlags.Any)) return {}
  return undefined
}

function pointerTo(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` }
}

function described(schema: Schema, comment: string): Schema {
  const description = comment.replace(/\s+/g, ' ').trim()
  return description === '' ? schema : { ...schema, description }
}
