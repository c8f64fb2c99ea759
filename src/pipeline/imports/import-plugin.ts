import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * The `plugin` export of a file. The file, and files beside it that it imports, are read as ES modules, whatever a `package.json` in a
 * parent folder says.
 */
export async function importPlugin(file: string): Promise<unknown> {
  const { href } = pathToFileURL(file)
  const folder = href.slice(0, href.lastIndexOf('/') + 1)
  const hooks = registerHooks({
    load(url, context, next) {
      const format = url.endsWith('.ts') ? 'module-typescript' : 'module'
      return next(url, url.startsWith(folder) && /\.[tj]s$/.test(url) ? { ...context, format } : context)
    },
  })
  try {
    return ((await import(href)) as { readonly plugin?: unknown }).plugin
  } finally {
    hooks.deregister()
  }
}
