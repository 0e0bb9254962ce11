// What can be done with a row of a list: one registry for its menu and for the signs at its end. Each says of itself where it is offered.
import {
  IconArchive,
  IconArchiveOff,
  IconArrowRight,
  IconCheck,
  IconExternalLink,
  IconLayoutSidebarRight,
  IconMail,
  IconPencil,
  IconPhone,
  IconStar,
  IconStarOff,
  IconTag,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { RowState } from '#shared/base/fields.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'

/** What an action is told, and what it can do. */
export interface RowDeed {
  readonly row: ListRow
  /** More than one while the row is one of several selected. */
  readonly count: number
  readonly state: RowState
  readonly fields: readonly ListField[]
  /** `null` where the list has no pages of its own, nothing is shown beside it, or the record cannot be a favourite. */
  readonly open: (() => void) | null
  readonly openWindow: (() => void) | null
  readonly peek: (() => void) | null
  readonly favourite: { readonly isOn: boolean; readonly turn: () => void } | null
  readonly change: (changes: Readonly<Record<string, boolean>>) => void
  readonly askFor: (form: 'change' | 'tags') => void
  readonly archive: () => void
  readonly restore: () => void
}

export interface RowAction {
  readonly id: string
  readonly Icon: TablerIcon
  readonly label: (t: Translate, deed: RowDeed) => string
  /** As shortcuts are written; said beside it. */
  readonly keys?: string
  /** At the end of the row, too, when it is pointed at. */
  readonly isQuick?: boolean
  /** A line above it. */
  readonly isFirst?: boolean
  /** Below the fields that are chosen straight from the menu. */
  readonly isBelow?: boolean
  /** `null` where it is not offered. A text is an address. */
  readonly offer: (deed: RowDeed) => (() => void) | string | null
}

const ofOne = (deed: RowDeed, run: (() => void) | null): (() => void) | null => (deed.count === 1 ? run : null)
const textIn = ({ row, count }: RowDeed, field: string): string => {
  const value = row.cells[field]
  return count === 1 && typeof value === 'string' ? value : ''
}
const editable = ({ state, fields }: RowDeed, found: (field: ListField) => boolean): boolean =>
  state === 'active' && fields.some((field) => field.isEditable && found(field))
const isDone = ({ row }: RowDeed): boolean => row.cells['isDone'] === true

export const rowActions: readonly RowAction[] = [
  {
    ...{ id: 'open', Icon: IconArrowRight, keys: 'enter' },
    label: (t) => t('lists.menu.open'),
    offer: (deed) => ofOne(deed, deed.open),
  },
  {
    ...{ id: 'peek', Icon: IconLayoutSidebarRight, keys: ' ', isQuick: true },
    label: (t) => t('lists.row.peek'),
    offer: (deed) => ofOne(deed, deed.peek),
  },
  {
    ...{ id: 'window', Icon: IconExternalLink },
    label: (t) => t('lists.menu.window'),
    offer: (deed) => ofOne(deed, deed.openWindow),
  },
  {
    ...{ id: 'call', Icon: IconPhone, isQuick: true, isFirst: true },
    label: (t, { row }) => t('lists.row.call', { name: row.title }),
    offer: (deed) => {
      const number = textIn(deed, 'phone').replaceAll(/[^\d+]/gu, '')
      return number === '' ? null : `tel:${number}`
    },
  },
  {
    ...{ id: 'mail', Icon: IconMail, isQuick: true },
    label: (t, { row }) => t('lists.row.mail', { name: row.title }),
    offer: (deed) => {
      const address = textIn(deed, 'email')
      return address === '' ? null : `mailto:${encodeURIComponent(address)}`
    },
  },
  {
    ...{ id: 'done', Icon: IconCheck, isFirst: true },
    label: (t, deed) => t(isDone(deed) ? 'lists.menu.not_done' : 'lists.menu.done'),
    offer: (deed) => (editable(deed, ({ id }) => id === 'isDone') ? () => deed.change({ isDone: !isDone(deed) }) : null),
  },
  {
    ...{ id: 'favourite', Icon: IconStar, isBelow: true },
    label: (t) => t('lists.menu.favourite'),
    offer: (deed) => (deed.favourite?.isOn === false ? ofOne(deed, deed.favourite.turn) : null),
  },
  {
    ...{ id: 'no_favourite', Icon: IconStarOff, isBelow: true },
    label: (t) => t('lists.menu.no_favourite'),
    offer: (deed) => (deed.favourite?.isOn === true ? ofOne(deed, deed.favourite.turn) : null),
  },
  {
    ...{ id: 'tags', Icon: IconTag, isBelow: true },
    label: (t) => t('lists.menu.tags'),
    offer: (deed) => (editable(deed, ({ type }) => type === 'tags') ? () => deed.askFor('tags') : null),
  },
  {
    ...{ id: 'change', Icon: IconPencil, isBelow: true },
    label: (t) => t('lists.bulk.change'),
    offer: (deed) => (editable(deed, ({ type }) => type !== 'tags') ? () => deed.askFor('change') : null),
  },
  {
    ...{ id: 'archive', Icon: IconArchive, isBelow: true, isFirst: true },
    label: (t) => t('lists.bulk.archive'),
    offer: (deed) => (deed.state === 'active' ? deed.archive : null),
  },
  {
    ...{ id: 'restore', Icon: IconArchiveOff, isBelow: true, isFirst: true },
    label: (t) => t('lists.bulk.restore'),
    offer: (deed) => (deed.state === 'active' ? null : deed.restore),
  },
]

/** Fields that are chosen straight from the menu, where a list has them. */
export const CHOSEN_IN_MENU: readonly string[] = ['stageId', 'statusId', 'lifecycleStageId', 'priority', 'ownerId', 'assigneeId']
