// The arithmetic below the list screen: lines and groups, places, selections, filters by path, columns.
import { describe, expect, test } from 'vitest'
import { addTo, isPlain, pruned, replaceAt, withCondition } from '#renderer/records/lists/filter-edits.ts'
import { shownColumns, withMoved, withStep, withWidth } from '#renderer/records/lists/list-columns.ts'
import { blocksBetween, groupedList, segmentAt, wholeList } from '#renderer/records/lists/list-segments.ts'
import { ALL, extentOf, isSelected, NOTHING, selectedCount, toggle, toggleAll } from '#renderer/records/lists/selection.ts'
import { afterLeaving, blockOf, extend, moveColumns, moveLines, START } from '#renderer/ui/data-grid/grid-place.ts'
import type { Condition, FilterGroup } from '#shared/lists/filter.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { type ListGroup, listQuestion } from '#shared/lists/list-question.ts'

const question = listQuestion.parse({ entity: 'companies' })
const condition = (value: string): Condition => ({ field: 'city', operator: 'is', value })
const group = (key: string, count: number): ListGroup => ({ key, label: null, count, sums: [], condition: condition(key) })

describe('lines', () => {
  const segments = groupedList(question, [group('Bergen', 3), group('Oslo', 500), group('Turku', 2)], new Set(['string Turku']))

  test('a group is a heading and its rows; a folded one only its heading', () => {
    expect(segments.map(({ firstRow, end }) => [firstRow, end])).toEqual([
      [1, 4],
      [5, 505],
      [506, 506],
    ])
    expect([0, 3, 4, 5, 504, 505, 506].map((line) => segmentAt(segments, line))).toEqual([0, 0, 1, 1, 1, 2, -1])
  })

  test('only the blocks in sight are asked for, each within its group', () => {
    const asked = blocksBetween(segments, [2, 250], 200).map(({ segment, block }) => [segment.group?.key, block])
    expect(asked).toEqual([
      ['Bergen', 0],
      ['Oslo', 0],
      ['Oslo', 1],
    ])
    expect(blocksBetween(wholeList(question, 1_000_000), [999_990, 999_999], 200).map(({ block }) => block)).toEqual([4999])
    expect(blocksBetween(wholeList(question, 0), [0, 20], 200)).toEqual([])
  })

  test('a group asks for its rows within the filter of the list', () => {
    const filter: FilterGroup = { join: 'or', not: false, items: [condition('a'), condition('b')] }
    const [first] = groupedList({ ...question, filter }, [group('Bergen', 1)], new Set())
    expect(first?.question.filter).toEqual({ join: 'and', not: false, items: [filter, condition('Bergen')] })
  })
})

describe('the place of the keyboard', () => {
  const size = { lines: 10, columns: 4 }
  const at = (line: number, column: number | null) => ({ active: { line, column }, anchor: null })

  test('goes from the row into its cells and back, and never out of the list', () => {
    expect(moveColumns(START, 1, size)).toEqual(at(0, 1))
    expect(moveColumns(at(0, 1), -1, size)).toEqual(at(0, null))
    expect(moveColumns(at(0, 3), 1, size)).toEqual(at(0, 3))
    expect(moveLines(at(9, 2), 5, size)).toEqual(at(9, 2))
    expect(moveLines(START, -1, size)).toEqual(START)
  })

  test('leaves a cell as a spreadsheet does: Tab at the end of a row begins the next', () => {
    expect(afterLeaving(at(2, 3), 'right', size)).toEqual(at(3, 0))
    expect(afterLeaving(at(2, 0), 'left', size)).toEqual(at(1, 3))
    expect(afterLeaving(at(2, 2), 'down', size)).toEqual(at(3, 2))
    expect(afterLeaving(at(2, 2), 'stay', size)).toEqual(at(2, 2))
  })

  test('spans a block in any direction', () => {
    const block = blockOf(extend(extend(at(5, 2), { lines: -2 }, size), { columns: 1 }, size))
    expect(block).toEqual({ firstLine: 3, lastLine: 5, firstColumn: 2, lastColumn: 3 })
    expect(blockOf(at(5, 2))).toBeNull()
  })
})

describe('selections', () => {
  test('all of a list but a few counts what is left', () => {
    const allButOne = toggle(ALL, ['a'])
    expect([selectedCount(allButOne, 12_431), isSelected(allButOne, 'a'), isSelected(allButOne, 'b')]).toEqual([
      12_430,
      false,
      true,
    ])
    expect(extentOf(allButOne, 12_431)).toBe('some')
    expect(toggleAll(allButOne)).toEqual(ALL)
    expect(toggleAll(ALL)).toEqual(NOTHING)
  })

  test('several rows are all selected unless they all were', () => {
    const some = toggle(toggle(NOTHING, ['a']), ['a', 'b'])
    expect(['a', 'b'].map((id) => isSelected(some, id))).toEqual([true, true])
    expect(selectedCount(toggle(some, ['a', 'b']), 10)).toBe(0)
  })
})

describe('filters', () => {
  const nested: FilterGroup = {
    join: 'and',
    not: false,
    items: [condition('a'), { join: 'or', not: false, items: [condition('b'), condition('c')] }],
  }

  test('are changed by the place of a condition, and lose a group with its last one', () => {
    expect(replaceAt(nested, [1, 0], condition('x')).items[1]).toMatchObject({ items: [condition('x'), condition('c')] })
    expect(replaceAt(replaceAt(nested, [1, 0], null), [1, 0], null).items).toEqual([condition('a')])
    expect(addTo(nested, [1], condition('d')).items[1]).toMatchObject({ items: [condition('b'), condition('c'), condition('d')] })
    expect(pruned(nested, ({ value }) => value === 'a')).toEqual({ ...nested, items: [condition('a')] })
  })

  test('of which one must hold stay whole when another is added', () => {
    const either: FilterGroup = { join: 'or', not: false, items: [condition('a'), condition('b')] }
    expect(isPlain(either)).toBe(false)
    expect(withCondition(either, condition('c'))).toEqual({ join: 'and', not: false, items: [either, condition('c')] })
    expect(withCondition(nested, condition('c')).items).toHaveLength(3)
  })
})

describe('columns', () => {
  const field = (id: string, isShown: boolean): ListField => ({
    ...{ id, type: 'text', label: id, labelKey: null, isCustom: false, isSortable: true, isFilterable: true, isEditable: true },
    ...{
      isSummable: false,
      isGroupable: true,
      isRequired: false,
      choices: [],
      currency: null,
      target: null,
      width: 100,
      isShown,
    },
  })
  const fields = [field('phone', true), field('name', true), field('city', true), field('note', false)]
  const ids = (columns: readonly { readonly field: unknown }[]) => columns.map((column) => column.field)

  test('begin with the title, and pass over fields that are gone', () => {
    const shown = shownColumns('companies', fields, [
      { field: 'gone', width: null },
      { field: 'city', width: 222 },
    ])
    expect(shown.map((column) => [column.field.id, column.width])).toEqual([
      ['name', 100],
      ['city', 222],
    ])
  })

  test('move, never before the title, and keep the widths that were set', () => {
    const shown = shownColumns('companies', fields, [])
    expect(ids(withMoved(shown, 'city', 'name'))).toEqual(['name', 'city', 'phone'])
    expect(ids(withStep(shown, 'phone', 1))).toEqual(['name', 'city', 'phone'])
    expect(ids(withStep(shown, 'city', -1))).toEqual(['name', 'city', 'phone'])
    expect(withWidth(shown, 'city', 180.4)).toContainEqual({ field: 'city', width: 180 })
    expect(withWidth(shown, 'city', 180.4)).toContainEqual({ field: 'phone', width: null })
  })
})
