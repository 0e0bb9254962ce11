// Fields of a form that were left empty.

/** Texts without anything in them become `null`, which is how an empty field is kept. */
export const blankToNull = <Values extends Readonly<Record<string, string>>>(
  values: Values,
): { readonly [K in keyof Values]: string | null } =>
  // The same keys with other values, which Object.entries cannot express.
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.trim() === '' ? null : text])) as {
    readonly [K in keyof Values]: string | null
  }
