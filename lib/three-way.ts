/** What two people made of the same texts: each field as they read it, as they left it, and as it stands now. */
export type ThreeTexts<Field extends string> = {
  base: Readonly<Record<Field, string>>
  mine: Readonly<Record<Field, string>>
  theirs: Readonly<Record<Field, string>>
}

export type Met<Field extends string> = {
  /** Mine where I changed anything, theirs elsewhere. */
  texts: Record<Field, string>
  /** What they alone changed. */
  taken: Field[]
  /** What both changed, each to something else: mine stands, theirs is to be looked at. */
  clashing: Field[]
}

/** Brings together what two people made of the same texts, so that neither is lost unseen. */
export function meetHalfway<Field extends string>(
  fields: readonly Field[],
  { base, mine, theirs }: ThreeTexts<Field>,
): Met<Field> {
  const changedByThem = fields.filter((field) => theirs[field] !== base[field] && theirs[field] !== mine[field])
  const taken = changedByThem.filter((field) => mine[field] === base[field])
  const texts: Record<Field, string> = { ...mine }
  for (const field of taken) texts[field] = theirs[field]
  return { texts, taken, clashing: changedByThem.filter((field) => mine[field] !== base[field]) }
}
