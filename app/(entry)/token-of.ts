/** The token of a one-time link as it stands in the URL; empty where it is missing or there twice. */
export async function tokenOf(searchParams: Promise<Record<string, string | string[] | undefined>>): Promise<string> {
  const { token } = await searchParams
  return typeof token === 'string' ? token : ''
}
