/**
 * Why what stands under a name is not opened, to be said of it; undefined where it is a file, or nothing stands there. A pipe or a
 * device may never end.
 */
export function whyNotOpened(found: { isFile(): boolean } | undefined): string | undefined {
  return found === undefined || found.isFile() ? undefined : 'is no regular file'
}
