/** A filter of a list, by the name of its parameter. `none` is what asks for everything, and leaves no trace in the URL. */
export type ListField =
  | { kind: 'choice'; name: string; label: string; none: string; options: readonly { value: string; label: string }[] }
  | { kind: 'day'; name: string; label: string }

/** A way to sort a list, where its headers are not there to be pressed. */
export type ListSortChoice = { sort: string; dir: string; label: string }
