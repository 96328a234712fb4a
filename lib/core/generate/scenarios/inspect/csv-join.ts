import { exec } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, chance, person, place, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const csvJoin = scenario({
  id: 'inspect/csv-join',
  family: 'inspect',
  skills: ['grep', 'csv'],
  tools: ['read', 'exec', 'ls'],
  words: {
    ask: {
      en: [
        'Who placed order {order}, and what was it? Orders are in {orders}, customers in {customers}.',
        'Find the customer behind order {order} ({orders}, {customers}).',
      ],
      zh: [
        '订单 {order} 是谁下的，买的什么？订单在 {orders}，客户在 {customers}。',
        '查一下订单 {order} 的客户（{orders}、{customers}）。',
      ],
      es: ['¿Quién hizo el pedido {order} y qué pidió? Pedidos en {orders}, clientes en {customers}.'],
      de: [
        'Wer hat die Bestellung {order} aufgegeben, und was war es? Bestellungen in {orders}, Kunden in {customers}.',
      ],
      fr: ['Qui a passé la commande {order}, et pour quoi ? Commandes dans {orders}, clients dans {customers}.'],
      ja: ['注文 {order} は誰の、何の注文ですか。注文は {orders}、顧客は {customers} にあります。'],
    },
    done: {
      en: ['Order {order} ({item}) was placed by {name}, customer `{id}`.', '{name} (`{id}`) ordered it: {item}.'],
      zh: ['订单 {order}（{item}）是 {name} 下的，客户号 `{id}`。'],
      es: ['El pedido {order} ({item}) es de {name}, cliente `{id}`.'],
      de: ['Bestellung {order} ({item}) kam von {name}, Kundennummer `{id}`.'],
      fr: ['La commande {order} ({item}) vient de {name}, client `{id}`.'],
      ja: ['注文 {order}（{item}）は {name}（顧客 `{id}`）のものです。'],
    },
    gone: {
      en: [
        'Order {order} is for {item} and names customer `{id}`, but no customer with that number is in `{customers}`. So I cannot say who it was.',
      ],
      zh: ['订单 {order} 是 {item}，客户号 `{id}`，但 `{customers}` 里没有这个号，所以无法确定是谁。'],
      es: [
        'El pedido {order} es de {item} y nombra al cliente `{id}`, pero ese número no está en `{customers}`. No puedo decir quién es.',
      ],
      de: [
        'Bestellung {order} ({item}) nennt die Kundennummer `{id}`, die in `{customers}` fehlt. Wer es war, kann ich also nicht sagen.',
      ],
      fr: [
        'La commande {order} ({item}) cite le client `{id}`, absent de `{customers}`. Je ne peux donc pas dire qui c’est.',
      ],
      ja: ['注文 {order}（{item}）の顧客番号は `{id}` ですが、`{customers}` にその番号はなく、誰かは分かりません。'],
    },
  },
  set(random) {
    const folder = random.pick(FOLDERS);
    const clients = times(
      between(random, 6, 12),
      (at) => [`C${between(random, 100, 899) + at * 1000}`, person(random)] as const,
    );
    const orders = times(
      between(random, 10, 25),
      (at) => [String(70_000 + at * 37 + random.below(30)), random.pick(clients)[0], random.pick(PRODUCTS)] as const,
    );
    const [order = '', id = '', item = ''] = random.pick(orders);
    const dangling = chance(random, 0.25);
    const listed = dangling ? clients.filter(([client]) => client !== id) : clients;
    const csv = (head: string, rows: readonly (readonly string[])[]) =>
      `${head}\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    return {
      world: {
        ...place(random),
        files: [
          [`${folder}/orders.csv`, csv('order,customer,item', orders)],
          [`${folder}/customers.csv`, csv('id,name', listed)],
        ],
      },
      asked: { order, orders: `${folder}/orders.csv`, customers: `${folder}/customers.csv` },
      truth: { id, item, name: dangling ? '' : (clients.find(([client]) => client === id)?.[1] ?? '') },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ order, orders, customers }, hand) {
        const row = yield* exec(`grep '^${order},' ${orders}`, 'find the order');
        const [, id = '', item = ''] = lineOf(row).split(',');
        const client = yield* exec(`grep '^${id},' ${customers}`, 'look up the customer');
        if (/exited with code 1/.test(client.text)) return hand.say('gone', { order, id, item, customers });
        return hand.say('done', { order, id, item, name: lineOf(client).split(',')[1] ?? '' });
      },
    },
  ],
  check: ({ id, item, name }, { answers }) => ({
    'names customer, item and person': [id, item, name].every((text) => answers[0]?.includes(text)),
  }),
});
