// A form on something that is there, which others may change while the form is open: what was left alone follows them, what was typed stays
// and is told what stands there now. Only what was typed is sent.

type Fields = Readonly<Record<string, unknown>>

/** What the form shows, what it began with or has followed since, and what is stored now. */
interface Meanwhile<Values> {
  readonly values: Values
  readonly opened: Values
  readonly stored: Values
}

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The fields that are other than they were. */
export const typedOnly = <Values extends Fields>(values: Values, opened: Values): Partial<Values> =>
  // Leaving fields out makes it a part of what it was.
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(value, opened[name]))) as Partial<Values>

/** What the form shows and what it counts from, once it has heard what is stored now. */
export const followed = <Values extends Fields>({ values, opened, stored }: Meanwhile<Values>) => {
  const typed = typedOnly(values, opened)
  // Where the same was typed or saved, nothing is open any more.
  const own = Object.keys(typed).filter((name) => !isSame(values[name], stored[name]))
  return {
    values: { ...values, ...stored, ...typed },
    opened: { ...opened, ...stored, ...Object.fromEntries(own.map((name) => [name, opened[name]])) },
  }
}

/** Whether something was typed over a value that is not there any more. */
export const isOvertaken = <Values extends Fields>({ values, opened, stored }: Meanwhile<Values>, name: keyof Values): boolean =>
  !isSame(stored[name], opened[name]) && !isSame(values[name], opened[name]) && !isSame(values[name], stored[name])
