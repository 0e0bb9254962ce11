// What is said of the office network as a whole.
import { catalogue } from '#shared/base/messages.ts'

export const networkMessages = catalogue(
  {
    'network.off': 'The office network is switched off. Switch it on first.',
    'network.full':
      'So many computers have joined and been removed that the list of this office is full. Copy the workspace to one computer, found the office anew there, and let the others join.',
    'network.removeElsewhere': 'A computer is removed from another computer of the office.',
    'network.pairFirst': 'Type the code of the other computer first.',
    'network.noSuchUser': 'This person does not work in the office that you join. Choose one of its people.',
    'network.userExists':
      'There is {name} already. If that is you, choose the name above; if not, add what tells you apart, such as an initial.',
    'network.damaged':
      'The file with the network key of this computer is damaged: the others do not know it any more. Ask one of them for a code and let this computer join the office again. If it is the only one, switch the office network on.',
    'network.check.same': 'The records on this computer agree with their history.',
    'network.check.sameHere': 'The records on this computer agree with their history. Check on {names} as well.',
    'network.check.mended':
      '{count, plural, one {# record} other {{count, number} records}} did not agree with the history and {count, plural, one {was} other {were}} set right.',
    'network.check.broken':
      'The history on this computer is damaged too, so nothing could be set right by it. Let this computer join the office again.',
    'network.check.unreadable':
      'Part of the history on this computer is not understood by this version of Kith, so the records were not compared with it. Bring Kith up to date, then check again.',
    'network.check.noRoom':
      'The disk with the workspace is too full for the check, which needs some room for a while. Free some space, then check again.',
    'network.address.connected': '{name} is connected.',
    'network.address.there': '{name} is connected already, so the address was not tried. It is kept.',
    'network.address.kept': 'The address is kept. Kith goes on trying it by itself.',
    'network.address.elsewhere': 'Look on {name}: this same page says there how it is reached.',
    'network.address.left_alone':
      'The address is kept. {name} said several times what Kith does not understand, so this computer does not talk to it for up to an hour. Bring both computers up to date; to try again at once, choose “Talk to it again now” in its menu in the list.',
    'network.address.turned_away':
      'The address is right, and is kept. But {name} does not talk to this computer for up to an hour: it got from here what it does not understand. Bring both computers up to date; to try again at once, choose “Talk to it again now” in the list at {name}.',
    'network.search.found':
      '{count, plural, one {1 computer of this office was found: {names}.} other {{count, number} computers of this office were found: {names}.}}',
    'network.search.none':
      'No further computer of this office was found. It may be off, or in another part of the network: then choose “Another address…” in its menu above. Kith searched {ranges}.',
    'network.search.refused':
      'A computer of this office answered, but does not know this one. If this one was removed, it needs a new code; if the other was off when this one joined, it will hear of it from the others.',
    'network.search.nowhere': 'This computer is in no network that can be searched.',
    'network.end.other_workspace': 'It belongs to another workspace.',
    'network.end.other_version': 'It runs another version of Kith. Bring both up to date.',
    'network.end.bad_change_set': 'It sent changes that do not fit. Nothing of them was kept.',
    'network.end.fork': 'One of the two was restored from a copy. Remove it and add it anew.',
    'network.end.bad_message': 'It said something that Kith does not understand.',
    'network.end.left_alone':
      'It said three times within an hour what Kith does not understand. This computer does not talk to it until {until}. Bring both up to date; then choose “Talk to it again now” in its menu, or wait.',
    'network.end.turned_away':
      'It got from this computer three times within an hour what it does not understand, and does not talk to this computer until {until}. Bring both up to date; then choose “Talk to it again now” on that computer, or wait.',
    'network.end.differs':
      'It has the same changes as this computer but other data: one of the two files is damaged. Check the records on both computers.',
    'network.end.removed': 'It has removed this computer from the office. Ask there for a new code.',
    'network.end.trouble': 'It could not read or write its data. See there what Kith says, and whether its disk is full.',
    'network.end.refused':
      'It does not know this computer. If this computer was removed from the office, or its invitation had run out, ask there for a new code. If that one was off when this one joined, it will hear of it from the others.',
    'network.end.not_taken':
      'It could not take a change of this computer. Bring both up to date; if it happens again, see there what Kith says.',
    'network.end.own_disk_full':
      'This computer could not save what came: its disk is full. Make room on the disk of the workspace; it goes on by itself.',
    'network.end.own_disk':
      'This computer could not save what came: the workspace’s folder cannot be written to, or its disk did not answer as it should. Check the disk; it goes on by itself.',
    'network.end.own_notes': 'This computer could not note how far it has come, so it sent nothing. It is tried again by itself.',
    'network.end.own_trouble':
      'This computer could not read or save its own data while the two exchanged changes. It is tried again by itself; if it stays so, close Kith here and open it again.',
  },
  {
    'network.off': '办公室网络已关闭，请先打开。',
    'network.full': '加入和移除过的电脑太多，本办公室的名单已满。请在一台电脑上用工作区的副本重新建立办公室，再让其他电脑加入。',
    'network.removeElsewhere': '请在办公室的另一台电脑上移除这台电脑。',
    'network.pairFirst': '请先输入另一台电脑上显示的配对码。',
    'network.noSuchUser': '要加入的办公室里没有这个人，请从列表中选择。',
    'network.userExists': '已有“{name}”。如果就是您，请在上方选择；如果不是，请加上能区分的字样。',
    'network.damaged':
      '这台电脑的网络密钥文件已损坏，其他电脑已不再认得它。请在其中一台上获取配对码，让这台电脑重新加入办公室；如果只有这一台电脑，重新打开办公室网络即可。',
    'network.check.same': '这台电脑上的记录与历史一致。',
    'network.check.sameHere': '这台电脑上的记录与历史一致。请到“{names}”上也检查一次。',
    'network.check.mended': '有 {count, number} 条记录与历史不一致，已改正。',
    'network.check.broken': '这台电脑上的历史也已损坏，无法据此改正。请让这台电脑重新加入办公室。',
    'network.check.unreadable':
      '这台电脑上的历史中有一部分是当前版本的 Kith 无法理解的，因此没有进行比较。请先更新 Kith，再检查一次。',
    'network.check.noRoom': '工作区所在的磁盘空间不足，无法检查：检查期间需要占用一些空间。请先腾出空间，再检查一次。',
    'network.address.connected': '“{name}”已连接。',
    'network.address.there': '“{name}”已经连接，因此没有尝试这个地址。地址已记下。',
    'network.address.kept': '地址已记下，Kith 会继续自动尝试。',
    'network.address.elsewhere': '请查看“{name}”：在那台电脑的这个页面上写着它的地址。',
    'network.address.left_alone':
      '地址已记下。“{name}”多次发来 Kith 无法理解的内容，因此本机在一小时内暂不与它同步。请把两台电脑都更新到最新版本；如要立即重试，请在列表中打开它的菜单，点“立即恢复同步”。',
    'network.address.turned_away':
      '地址正确，已记下。但“{name}”从本机收到了无法理解的内容，一小时内暂不与本机同步。请把两台电脑都更新到最新版本；如要立即重试，请在“{name}”的列表中打开本机的菜单，点“立即恢复同步”。',
    'network.search.found': '找到本办公室的 {count, number} 台电脑：{names}。',
    'network.search.none':
      '没有找到本办公室的其他电脑。可能没有开机，或在另一个网段：请在上面的列表中打开那台电脑的菜单，点“补充地址…”。已搜索：{ranges}。',
    'network.search.refused':
      '有一台本办公室的电脑应答了，但不认识这台电脑。如果这台电脑已被移出，需要新的配对码；如果它加入时对方没有开机，等其他电脑告知对方即可。',
    'network.search.nowhere': '这台电脑不在可以搜索的网络里。',
    'network.end.other_workspace': '它属于另一个工作区。',
    'network.end.other_version': '它的 Kith 版本不同，请把两台都更新到最新版本。',
    'network.end.bad_change_set': '它发来的改动不符合要求，没有保存其中任何内容。',
    'network.end.fork': '其中一台是从副本恢复的。请移除后重新加入。',
    'network.end.bad_message': '它发来了 Kith 无法理解的内容。',
    'network.end.left_alone':
      '它在一小时内三次发来 Kith 无法理解的内容，本机在 {until} 之前不与它同步。请把两台都更新到最新版本，然后在它的菜单中点“立即恢复同步”，或等到那时自动恢复。',
    'network.end.turned_away':
      '它在一小时内三次从本机收到无法理解的内容，在 {until} 之前不与本机同步。请把两台都更新到最新版本，然后在那台电脑上点“立即恢复同步”，或等到那时自动恢复。',
    'network.end.differs': '它与本机的改动相同，数据却不一致：其中一台的文件已损坏。请在两台电脑上检查记录。',
    'network.end.removed': '它已把本机移出办公室，请在那边索取新的配对码。',
    'network.end.trouble': '它无法读写自己的数据。请查看那台电脑上 Kith 的提示，并检查那里的磁盘是否已满。',
    'network.end.refused':
      '它不认识本机：如果本机已被移出办公室，或者邀请已经过期，请在那边索取新的配对码；如果本机加入时它没有开机，等其他电脑告知它后就会恢复。',
    'network.end.not_taken': '它没能接收本机的一处改动。请把两台都更新到最新版本；如果再次出现，请查看那台电脑上 Kith 的提示。',
    'network.end.own_disk_full': '本机没能保存收到的改动：磁盘已满。请在工作区所在的磁盘上腾出空间，之后会自动继续。',
    'network.end.own_disk': '本机没能保存收到的改动：工作区文件夹不可写入，或磁盘响应异常。请检查磁盘，之后会自动继续。',
    'network.end.own_notes': '本机没能记下改动发到了哪里，因此没有发送任何内容。会自动重试。',
    'network.end.own_trouble': '同步时，本机没能读写自己的数据。会自动重试；如果一直如此，请重启本机上的 Kith。',
  },
)
