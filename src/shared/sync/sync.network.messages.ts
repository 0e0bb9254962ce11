// What is said about the office network: an address that cannot be read, and what the connection test found.
import { catalogue } from '#shared/base/messages.ts'

export const syncNetworkMessages = catalogue(
  {
    'sync.address.empty': 'Enter the name or the address of the other computer, such as PC-3 or 192.168.1.20.',
    'sync.address.bad_port': '“{port}” is not a port. A port is a number from 1 to 65535.',
    'sync.address.bad_name': '“{host}” cannot be the name of a computer.',
    'sync.address.bad_ipv4': '“{host}” is not complete: an address has four numbers from 0 to 255, such as 192.168.1.20.',
    'sync.address.bad_ipv6': '“{host}” is not an IPv6 address. With a port it stands in brackets: [fd00::2]:47311.',
    'sync.address.no_machine': '“{host}” does not belong to one computer.',
    'sync.address.scope_missing':
      '“{host}” is valid on one network interface only. Add which one: {host}%eth0, on Windows the number of the interface.',
    'sync.test.off': 'Syncing is switched off on this computer. It neither listens nor calls.',
    'sync.test.no_network': 'This computer has no network at all. Plug in the cable or switch on Wi-Fi.',
    'sync.test.only_loopback':
      'This computer is connected to no network; it can reach only itself. Plug in the cable or switch on Wi-Fi.',
    'sync.test.self_assigned':
      'No router has given this computer an address ({names}). Computers on the same switch can still find each other.',
    'sync.test.interfaces': 'Connected by {names}: {addresses}.',
    'sync.test.listening': 'Kith listens on port {port}.',
    'sync.test.own_port_silent':
      'Not even this computer reaches its own port {port} at {address}. Its firewall probably blocks Kith: allow Kith in private networks.',
    'sync.test.announcing': 'This computer calls on every interface, and hears its own calls there.',
    'sync.test.announce_port_in_use':
      'Another program uses UDP port {port}, so this computer may not hear the others. It still calls those whose address it knows.',
    'sync.test.deaf': 'This computer cannot listen to calls on {name} ({error}).',
    'sync.test.cannot_call':
      'This computer cannot call the others ({error}). Its firewall or a VPN may forbid it. An address that is typed in may still work.',
    'sync.test.nothing_back':
      'The calls of this computer do not come back to it. Its firewall probably blocks UDP port {port}: allow Kith in private networks.',
    'sync.test.way_refused':
      '{way, select, broadcast {Broadcasts} multicast {Multicasts} other {IPv6 calls}} are not possible on {name} ({error}). Another way may do.',
    'sync.test.way_not_back':
      '{way, select, broadcast {Broadcasts} multicast {Multicasts} other {IPv6 calls}} on {name} do not come back. Another way may do.',
    'sync.test.heard': '{count, plural, one {# other computer} other {# other computers}} of this workspace heard.',
    'sync.test.nobody_heard':
      'No other computer of this workspace was heard. If others are on: are they in the same network, not in the guest Wi-Fi, and without a VPN? Otherwise type in the address of one.',
    'sync.test.peer_both': '{name}: both computers reach each other.',
    'sync.test.peer_reached': '{name}: can be reached.',
    'sync.test.peer_only_out':
      '{name}: can be reached, but does not reach this computer. That is enough to sync. To open the other direction, too, allow Kith in the firewall here.',
    'sync.test.peer_only_in':
      '{name}: reaches this computer, but cannot be reached from here. That is enough to sync. To open the other direction, too, allow Kith in the firewall there.',
    'sync.test.peer_heard_only':
      '{name}: its calls arrive, but no connection is made to {tried}. Allow Kith in the firewall of that computer, for private networks.',
    'sync.test.peer_not_let_in':
      '{name}: answers at {tried}, but does not know this computer. If this one was removed from the office, or its invitation had run out, ask there for a new code. If {name} was off when this one joined, it will hear of it from the others.',
    'sync.test.peer_left_alone':
      '{name}: several times it said what Kith does not understand, so this computer does not talk to it for up to an hour. Bring both computers up to date; to try again at once, choose “Talk to it again now” in its menu in the list.',
    'sync.test.peer_turned_away':
      '{name}: answers at {tried}, but does not talk to this computer for up to an hour: it got from here what it does not understand. Bring both computers up to date; to try again at once, choose “Talk to it again now” in the list at {name}.',
    'sync.test.peer_other_version':
      '{name}: the Kith at {tried} is of another version and does not understand this one. Bring both up to date.',
    'sync.test.peer_other_machine':
      '{name}: another computer answers at {tried}. The address may have gone to it; type in the new one of {name}.',
    'sync.test.peer_not_kith': '{name}: something answers at {tried}, but it is not Kith. Type in the address of {name} anew.',
    'sync.test.peer_mute':
      '{name}: {tried} takes the connection, but does not answer. Kith may be busy there, or that computer asleep. Wake it up and test again in a minute; if it stays so, restart Kith there.',
    'sync.test.peer_refused':
      '{name}: the computer at {tried} answers, but takes no connection from here. Kith is closed there, syncing is switched off, or the firewall turns it away.',
    'sync.test.peer_silent':
      '{name}: no answer from {tried}. The computer is off, has got another address, is in another network, or its firewall blocks Kith.',
    'sync.test.peer_no_name':
      '{name}: nobody in this network knows the name {tried}. Type in the address of the computer instead.',
    'sync.test.peer_no_way':
      '{name}: from here no way leads to {tried}. It was known in a network that this computer is not in now.',
    'sync.test.peer_no_address': '{name}: no address is known. Open Kith there, or type in its address.',
  },
  {
    'sync.address.empty': '请输入对方电脑的名称或地址，例如 PC-3 或 192.168.1.20。',
    'sync.address.bad_port': '“{port}”不是有效的端口。端口是 1 到 65535 之间的数字。',
    'sync.address.bad_name': '“{host}”不能作为电脑的名称。',
    'sync.address.bad_ipv4': '“{host}”不完整：地址由四个 0 到 255 的数字组成，例如 192.168.1.20。',
    'sync.address.bad_ipv6': '“{host}”不是有效的 IPv6 地址。带端口时请加方括号：[fd00::2]:47311。',
    'sync.address.no_machine': '“{host}”不是某一台电脑的地址。',
    'sync.address.scope_missing': '“{host}”只在某一块网卡上有效，请写明是哪一块：{host}%eth0；在 Windows 上写网卡的编号。',
    'sync.test.off': '这台电脑没有开启同步，既不接受连接，也不发出广播。',
    'sync.test.no_network': '这台电脑没有任何网络。请插好网线或打开无线网络。',
    'sync.test.only_loopback': '这台电脑没有接入网络，只能连到自己。请插好网线或打开无线网络。',
    'sync.test.self_assigned': '没有路由器给这台电脑分配地址（{names}）。接在同一台交换机上的电脑仍然可以互相找到。',
    'sync.test.interfaces': '已接入网络（{names}）：{addresses}。',
    'sync.test.listening': 'Kith 已在端口 {port} 等待连接。',
    'sync.test.own_port_silent':
      '连这台电脑自己也连不上 {address} 的端口 {port}，很可能是本机防火墙挡住了 Kith：请在专用网络中允许 Kith。',
    'sync.test.announcing': '这台电脑在每块网卡上都能发出广播，并收到自己的广播。',
    'sync.test.announce_port_in_use':
      'UDP 端口 {port} 被其他程序占用，这台电脑可能听不到别的电脑。已知地址的电脑，它仍会直接尝试连接。',
    'sync.test.deaf': '这台电脑无法在“{name}”上接收广播（{error}）。',
    'sync.test.cannot_call': '这台电脑无法向其他电脑发出广播（{error}），可能是防火墙或 VPN 不允许。仍可尝试直接输入地址。',
    'sync.test.nothing_back': '这台电脑收不回自己发出的广播，很可能是本机防火墙挡住了 UDP 端口 {port}：请在专用网络中允许 Kith。',
    'sync.test.way_refused':
      '“{name}”上无法发出{way, select, broadcast {广播} multicast {组播} other { IPv6 组播}}（{error}），其他方式也许可行。',
    'sync.test.way_not_back':
      '“{name}”上发出的{way, select, broadcast {广播} multicast {组播} other { IPv6 组播}}没有收回，其他方式也许可行。',
    'sync.test.heard': '听到了本工作区的 {count} 台其他电脑。',
    'sync.test.nobody_heard':
      '没有听到本工作区的其他电脑。如果别的电脑已开机：请确认它们在同一个网络、没有连访客无线网络、也没有使用 VPN；否则请直接输入其中一台的地址。',
    'sync.test.peer_both': '{name}：双方都能连到对方。',
    'sync.test.peer_reached': '{name}：可以连接。',
    'sync.test.peer_only_out':
      '{name}：从这里可以连过去，但对方连不过来。这样已经可以同步；如要双向都通，请在本机防火墙中允许 Kith。',
    'sync.test.peer_only_in':
      '{name}：对方可以连过来，但从这里连不过去。这样已经可以同步；如要双向都通，请在对方的防火墙中允许 Kith。',
    'sync.test.peer_heard_only': '{name}：能听到它的广播，但连不上 {tried}。请在那台电脑的防火墙中，为专用网络允许 Kith。',
    'sync.test.peer_not_let_in':
      '{name}：{tried} 有应答，但不认识这台电脑：如果它已被移出办公室，或者邀请已经过期，请在那边索取新的配对码；如果它加入时“{name}”没有开机，等其他电脑告知后就会恢复。',
    'sync.test.peer_left_alone':
      '{name}：它多次发来 Kith 无法理解的内容，因此这台电脑在一小时内暂不与它同步。请把两台电脑都更新到最新版本；如要立即重试，请在列表中打开它的菜单，点“立即恢复同步”。',
    'sync.test.peer_turned_away':
      '{name}：{tried} 有应答，但一小时内暂不与这台电脑同步，因为它从这里收到了无法理解的内容。请把两台电脑都更新到最新版本；如要立即重试，请在“{name}”的列表中打开这台电脑的菜单，点“立即恢复同步”。',
    'sync.test.peer_other_version': '{name}：{tried} 上的 Kith 版本不同，无法相互识别。请都更新到最新版本。',
    'sync.test.peer_other_machine': '{name}：{tried} 应答的是另一台电脑，这个地址可能已分配给它。请输入“{name}”的新地址。',
    'sync.test.peer_not_kith': '{name}：{tried} 有应答，但不是 Kith。请重新输入“{name}”的地址。',
    'sync.test.peer_mute':
      '{name}：{tried} 可以接通，但没有应答。那边的 Kith 可能正忙，或者电脑在睡眠。请唤醒那台电脑，过一分钟再测；如果还是这样，请在那边重新启动 Kith。',
    'sync.test.peer_refused': '{name}：{tried} 有回应，但拒绝连接。可能是那边没有打开 Kith、没有开启同步，或被防火墙拒绝。',
    'sync.test.peer_silent': '{name}：{tried} 没有回应。可能是电脑已关机、地址变了、在另一个网络里，或被它的防火墙挡住。',
    'sync.test.peer_no_name': '{name}：在这个网络里找不到名称 {tried}。请改为输入那台电脑的地址。',
    'sync.test.peer_no_way': '{name}：从这里没有路可以到 {tried}。这个地址属于另一个网络，而这台电脑现在不在那个网络里。',
    'sync.test.peer_no_address': '{name}：还不知道它的地址。请在那台电脑上打开 Kith，或输入它的地址。',
  },
)
