/** The tabs of answers. */
import { type Page, TABS, type Tab } from './page.ts';
import { Busy, stepped } from './parts.tsx';
import { Why } from './why.tsx';

export function Answers({ page }: { readonly page: Page }) {
  const open = page.tab.value;
  const View = open === 'Why' ? Why : page.views.value?.[open];
  const onKey = (event: KeyboardEvent): void => {
    const next = stepped(event.key, TABS.indexOf(open), TABS.length);
    const tab = next === undefined ? undefined : TABS[next];
    if (tab === undefined) return;
    event.preventDefault();
    page.tab.value = tab;
    document.getElementById(idOf(tab))?.focus();
  };
  return (
    <section class="pane answers" aria-label="Answers">
      <h2 class="said">Answers</h2>
      <div role="tablist" aria-label="Answers" class="tabs" onKeyDown={onKey}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={idOf(tab)}
            aria-controls="answer"
            aria-selected={tab === open}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => {
              page.tab.value = tab;
            }}
          >
            {tab}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <div role="tabpanel" id="answer" aria-labelledby={idOf(open)} tabIndex={0}>
        {View === undefined ? <Busy /> : <View page={page} />}
      </div>
    </section>
  );
}

function idOf(tab: Tab): string {
  return `tab-${tab.toLowerCase()}`;
}
