import { fileURLToPath } from 'node:url'
import { API, type Checker, type Project, SymbolFlags, type Symbol as TypeSymbol } from 'typescript/unstable/sync'
import { routes } from '../../src/rest/routes/all-routes.ts'
import { schemaWriter } from './type-schema.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Operations whose view a route gives as JSON. */
export const asJson: ReadonlySet<string> = new Set(
  routes.filter(({ answers }) => answers === 'view').map(({ operation }) => operation),
)

/** The views of operations as JSON Schema: of each operation, and the shapes that several share. */
export type ViewSchemas = {
  readonly views: Readonly<Record<string, object>>
  readonly schemas: Readonly<Record<string, object>>
  /** Of all operations, those that answer nothing, and those that answer only that it is done. */
  readonly nothing: readonly string[]
  readonly done: readonly string[]
}

export const viewSchemasFile = new URL('../../src/rest/view-schemas.json', import.meta.url)

/** A line for each schema, so that a change shows as what it is. */
export function linesOf({ views, schemas }: Pick<ViewSchemas, 'views' | 'schemas'>): string {
  const lines = (named: Readonly<Record<string, object>>) =>
    Object.entries(named)
      .map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`)
      .join(',\n')
  return `{"views":{\n${lines(views)}\n},"schemas":{\n${lines(schemas)}\n}}\n`
}

/**
 * What the named operations answer, as the type checker knows it: the types of their views are the one place where that is
 * said, with the sentences written there. Throws for a view that is not JSON, with where in it.
 */
export function readViewSchemas(names: ReadonlySet<string>): ViewSchemas {
  const api = new API({ cwd: root })
  try {
    const [project] = api.updateSnapshot({ openProjects: [`${root}deploy/release/tsconfig.json`] }).getProjects()
    if (!project) throw new Error('deploy/release/tsconfig.json is not read')
    return readFrom(project, names)
  } finally {
    api.close()
  }
}

function readFrom({ checker, program }: Project, names: ReadonlySet<string>): ViewSchemas {
  const file = program.getSourceFile(`${root}src/operations/all.ts`)
  const module = file && checker.getSymbolAtLocation(file)
  const list = module && checker.getExportsOfModule(module).find(({ name }) => name === 'operations')
  const tuple = list && checker.getTypeOfSymbol(list)
  if (!tuple?.isTypeReference()) throw new Error('The list of operations is not a tuple')
  const { write, schemas } = schemaWriter(checker)
  const views: Record<string, object> = {}
  const nothing: string[] = []
  const done: string[] = []
  for (const operation of checker.getTypeArguments(tuple)) {
    const property = (name: string) => propertyType(checker, checker.getPropertyOfType(operation, name))
    const name = property('name')
    if (!name.isStringLiteralType()) throw new Error('The name of an operation is not known')
    const [call] = checker.getSignaturesOfType(property('run'), 0)
    const promise = call && checker.getReturnTypeOfSignature(call)
    const [view] = promise?.isTypeReference() ? checker.getTypeArguments(promise) : []
    if (!view) throw new Error(`${name.value}: what it answers is not a promise`)
    const told = checker.typeToString(view)
    if (told === 'void') nothing.push(name.value)
    if (/^true(?: \| undefined)?$/.test(told)) done.push(name.value)
    if (names.has(name.value)) views[name.value] = write(view, name.value)
  }
  return {
    views,
    nothing,
    done,
    schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function propertyType(checker: Checker, symbol: TypeSymbol | undefined) {
  const type = symbol && symbol.flags & SymbolFlags.Property ? checker.getTypeOfSymbol(symbol) : undefined
  if (!type) throw new Error('An operation lacks a property')
  return type
}
