/** Why a path can't be opened, in words; undefined if it's a file or doesn't exist. Reading a pipe or device might never end. */
export function whyNotOpened(found: { isFile(): boolean } | undefined): string | undefined {
  return found === undefined || found.isFile() ? undefined : 'isn’t a regular file'
}
