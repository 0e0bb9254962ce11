// The words of a card on paper: shortened where they are long, the office's own fields with their values.
import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { customCellText } from '#renderer/records/fields/custom-cell-text.ts'
import { useLinkedNames } from '#renderer/records/fields/use-linked-names.ts'
import type { CustomValue, CustomValues } from '#shared/custom-fields/custom-values.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'

/** How many of the office's own fields there is room for, and how long a value may be. */
interface OwnRoom {
  readonly own: number
  readonly value: number
}

/** Cut between characters as people see them, with a sign that it was. */
export const shortened = (text: string, most: number): string => {
  const letters = [...text.trim().replace(/\n{2,}/gu, '\n')]
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : letters.join('')
}

export interface Pair {
  readonly label: string
  readonly value: ReactNode
}

/** The own fields that hold something. */
export const ownPairs = (fields: readonly FieldDefinition[], custom: CustomValues, room: OwnRoom): readonly Pair[] =>
  fields
    .filter(({ key }) => custom[key] !== undefined && custom[key] !== null)
    .slice(0, room.own)
    .map((field) => ({
      label: field.name,
      value: <OwnValue field={field} value={custom[field.key] ?? null} most={room.value} />,
    }))

interface OwnValueProps {
  readonly field: FieldDefinition
  readonly value: CustomValue
  readonly most: number
}

function OwnValue({ field, value, most }: OwnValueProps) {
  const t = useT()
  const format = useFormat()
  const names = useLinkedNames(field, typeof value === 'string' ? [value] : [])
  return shortened(customCellText({ t, format, names }, field, value), most)
}
