import { between, place } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import type { PhraseBook } from '../../words/phrases.ts';
import { scenario } from '../scenario.ts';

/** Meanings by code; the key is also the phrase. */
const MEANINGS: PhraseBook = {
  '404': {
    en: [
      '404 means that the server was reached but has nothing under that address. Check the path for a typing mistake or a page that was moved.',
    ],
    zh: ['404 表示服务器可达，但该地址没有内容。检查路径是否写错或页面是否已移走。'],
    es: [
      '404 significa que se llegó al servidor, pero no hay nada en esa dirección. Revisa si la ruta está mal escrita o se movió.',
    ],
    de: [
      '404 heißt: Der Server ist erreichbar, hat aber unter dieser Adresse nichts. Prüfe den Pfad auf Tippfehler oder Umzug.',
    ],
    fr: ['404 veut dire que le serveur répond mais n’a rien à cette adresse. Vérifie le chemin ou si la page a bougé.'],
    ja: ['404 はサーバーには届いたが、そのアドレスに何もないという意味です。パスの誤りや移動を確認してください。'],
  },
  '429': {
    en: ['429 means "too many requests": the other side limits how often you may ask. Wait, then retry more slowly.'],
    zh: ['429 表示请求过多，对方限制了频率。等一会儿再慢一点重试。'],
    es: ['429 es «demasiadas peticiones»: el otro lado limita la frecuencia. Espera y reintenta más despacio.'],
    de: ['429 heißt „zu viele Anfragen“: Die Gegenseite begrenzt die Häufigkeit. Warten und langsamer wiederholen.'],
    fr: ['429 signifie « trop de requêtes » : l’autre côté limite la fréquence. Attends puis réessaie moins vite.'],
    ja: ['429 は「リクエストが多すぎる」です。少し待って、間隔を空けて再試行してください。'],
  },
  '502': {
    en: [
      '502 comes from a proxy in front: it got no proper answer from the service behind it. Look at that service, not at the proxy.',
    ],
    zh: ['502 来自前面的代理：后端服务没有给出正常响应。应检查后端。'],
    es: ['502 lo da un proxy: el servicio de detrás no respondió bien. Mira ese servicio, no el proxy.'],
    de: [
      '502 kommt von einem vorgeschalteten Proxy: Der Dienst dahinter hat nicht ordentlich geantwortet. Sieh dort nach.',
    ],
    fr: ['502 vient d’un proxy : le service derrière n’a pas répondu correctement. C’est lui qu’il faut regarder.'],
    ja: [
      '502 は手前のプロキシが、奥のサービスから正しい応答を得られなかったことを示します。奥のサービスを確認してください。',
    ],
  },
  '127': {
    en: ['Exit code 127: the shell did not find the command. Either it is not installed or it is not on the PATH.'],
    zh: ['退出码 127：shell 找不到该命令，可能没安装或不在 PATH 里。'],
    es: ['Código de salida 127: el shell no encontró el comando. No está instalado o no está en el PATH.'],
    de: ['Exit-Code 127: Die Shell hat den Befehl nicht gefunden; er fehlt oder liegt nicht im PATH.'],
    fr: ['Code de sortie 127 : le shell n’a pas trouvé la commande, absente ou hors du PATH.'],
    ja: ['終了コード 127 はコマンドが見つからないという意味です。未インストールか PATH にありません。'],
  },
  '126': {
    en: ['Exit code 126: the file was found but may not be executed. Usually the execute permission is missing.'],
    zh: ['退出码 126：找到了文件但不能执行，通常是缺少执行权限。'],
    es: ['Código de salida 126: el archivo existe pero no se puede ejecutar. Suele faltar el permiso de ejecución.'],
    de: ['Exit-Code 126: Die Datei ist da, darf aber nicht ausgeführt werden. Meist fehlt das Ausführungsrecht.'],
    fr: [
      'Code de sortie 126 : le fichier existe mais n’est pas exécutable. Il manque en général le droit d’exécution.',
    ],
    ja: ['終了コード 126 はファイルはあるが実行できないという意味で、多くは実行権限がありません。'],
  },
  '137': {
    en: ['Exit code 137: the process was killed from outside, most often because memory ran out.'],
    zh: ['退出码 137：进程被外部强制结束，多半是内存不足。'],
    es: ['Código de salida 137: el proceso fue eliminado desde fuera, casi siempre por falta de memoria.'],
    de: ['Exit-Code 137: Der Prozess wurde von außen beendet, meist weil der Speicher ausging.'],
    fr: ['Code de sortie 137 : le processus a été tué de l’extérieur, le plus souvent faute de mémoire.'],
    ja: ['終了コード 137 は外部から強制終了されたことを示し、多くはメモリ不足です。'],
  },
  '403': {
    en: ['403 means that the server knows what you want and refuses it. Your account or address lacks the right.'],
    zh: ['403 表示服务器明白你的请求但拒绝，账号或地址没有权限。'],
    es: ['403 significa que el servidor entiende la petición y la rechaza: falta el permiso.'],
    de: ['403 heißt: Der Server versteht die Anfrage und lehnt sie ab. Es fehlt die Berechtigung.'],
    fr: ['403 : le serveur comprend la demande et la refuse. Il manque le droit.'],
    ja: ['403 はサーバーが要求を理解した上で拒否したという意味です。権限がありません。'],
  },
  '503': {
    en: [
      '503 means that the service is there but cannot answer now, for example during maintenance or overload. It is usually temporary.',
    ],
    zh: ['503 表示服务暂时无法响应，比如维护或过载，通常是临时的。'],
    es: ['503 significa que el servicio no puede responder ahora, por mantenimiento o sobrecarga. Suele ser temporal.'],
    de: ['503 heißt: Der Dienst kann gerade nicht antworten, etwa wegen Wartung oder Überlast. Meist vorübergehend.'],
    fr: ['503 : le service ne peut pas répondre pour l’instant, maintenance ou surcharge. C’est souvent temporaire.'],
    ja: ['503 はメンテナンスや過負荷で今は応答できないという意味で、通常は一時的です。'],
  },
};

export const explainCode = scenario({
  id: 'ask/explain-code',
  family: 'ask-and-answer',
  skills: ['errors'],
  tools: ['exec', 'read', 'web_search'],
  words: {
    ...MEANINGS,
    ask: {
      en: [
        '{service} ended with {code}. What does that code mean in general?',
        'What does {code} stand for? I keep seeing it with {service}.',
        'Meaning of {code}? ({service}, no need to look anything up)',
      ],
      zh: ['{service} 返回 {code}，这个代码一般是什么意思？', '{code} 代表什么？{service} 老是出现。'],
      es: [
        '{service} acabó con {code}. ¿Qué significa ese código en general?',
        '¿Qué es {code}? Me sale mucho con {service}.',
      ],
      de: [
        '{service} endete mit {code}. Was bedeutet der Code allgemein?',
        'Wofür steht {code}? Das sehe ich bei {service} ständig.',
      ],
      fr: [
        '{service} s’est terminé par {code}. Que veut dire ce code en général ?',
        'Que signifie {code} ? Je le vois souvent avec {service}.',
      ],
      ja: [
        '{service} が {code} で終わりました。このコードは一般にどういう意味ですか。',
        '{code} とは何ですか。{service} でよく出ます。',
      ],
    },
  },
  set(random) {
    return {
      world: place(random),
      asked: {
        code: random.pick(Object.keys(MEANINGS)),
        service: `${random.pick(SERVICES)}-${between(random, 2, 99)}`,
      },
      truth: 0,
    };
  },
  turns: [
    {
      ask: 'ask',
      reply({ code }, hand) {
        return hand.say(code);
      },
    },
  ],
  check: (_, { calls, answers }, { code }) => ({
    'no tool is needed and none is called': calls.length === 0,
    'explains that code': !!answers[0]?.includes(code),
  }),
});
