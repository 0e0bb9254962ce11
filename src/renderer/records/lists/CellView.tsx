// A value in its cell: bare words, and a shape only where it helps to tell one from another. No components of a kit: hundreds are drawn at once.
import { IconCheck } from '@tabler/icons-react'
import { Tag } from '#renderer/ui/Tag.tsx'
import type { CellValue, ListField } from '#shared/lists/list-field.ts'
import { cellWords, type Tongue } from './field-words.ts'
import classes from './Cell.module.css'

export const cellView = (tongue: Tongue, field: ListField, value: CellValue | undefined) => {
  if (value === null || value === undefined || value === '') return null
  if (field.type === 'boolean') {
    return value === true ? (
      <IconCheck size={16} stroke={2} className={classes['check']} aria-label={tongue.t('lists.cell.yes')} />
    ) : null
  }
  if (field.type === 'tags' && Array.isArray(value)) {
    return (
      <span className={classes['tags']}>
        {value.map((tag) => (typeof tag === 'string' ? null : <Tag key={tag.id} name={tag.name} colour={tag.colour} />))}
      </span>
    )
  }
  const words = cellWords(tongue, field, value)
  if (field.type === 'choice' || field.type === 'choices') {
    const values = Array.isArray(value) ? value : [value]
    const colour = field.choices.find((choice) => choice.value === values[0])?.colour
    return (
      <span title={words}>
        {colour && <span className={classes['dot']} data-colour={colour} aria-hidden />}
        {words}
      </span>
    )
  }
  return <span title={words}>{words}</span>
}
