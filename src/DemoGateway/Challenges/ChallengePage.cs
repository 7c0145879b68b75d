using System.Text.Encodings.Web;
using Tradepost.DemoGateway.Charging;

namespace Tradepost.DemoGateway.Challenges;

/// <summary>The challenge as HTML. Styles stand in the page: the gateway is a site of its own and borrows nothing from the shop.</summary>
internal static class ChallengePage
{
    private const string Style =
        """
        :root { color-scheme: light dark; --ground: #eef1f6; --card: #fff; --ink: #14181f; --soft: #59616e; --line: #d9dee7;
          --accent: #1d4ed8; --on-accent: #fff; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #0e1116; --card: #181c23; --ink: #eef1f6; --soft: #a3acba; --line: #2c333e;
            --accent: #8ab4ff; --on-accent: #0b1220; } }
        * { box-sizing: border-box; margin: 0; }
        body { min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; padding: 16px;
          background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        main { width: 100%; max-width: 420px; padding: 32px 24px; background: var(--card);
          border: 1px solid var(--line); border-radius: 16px; }
        .bank { display: flex; gap: 8px; align-items: center; font-weight: 600; color: var(--soft); }
        .bank svg { width: 20px; height: 20px; }
        h1 { margin: 24px 0 8px; font-size: 22px; line-height: 1.25; letter-spacing: -0.01em; }
        p { color: var(--soft); }
        dl { margin: 24px 0; border-block: 1px solid var(--line); }
        dl div { display: flex; justify-content: space-between; gap: 16px; padding: 12px 0; }
        dl div + div { border-top: 1px solid var(--line); }
        dt { color: var(--soft); }
        dd { font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        form { display: grid; gap: 12px; }
        button, .back { display: grid; place-items: center; min-height: 48px; padding: 8px 16px;
          border: 1px solid var(--line); border-radius: 10px;
          background: transparent; color: inherit; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
        button.go, .back { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
        button:hover, .back:hover { filter: brightness(1.08); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .note { margin-top: 24px; font-size: 14px; }
        """;

    private const string Shield =
        """
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
          aria-hidden="true">
        <path d="M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6z"/><path d="M9 12l2 2 4-4"/></svg>
        """;

    public static string Unknown => Page(
        "Nothing to confirm",
        """<h1>There is nothing to confirm here</h1><p>The link is wrong or has been used up. Go back to the shop and try again.</p>""");

    public static string Of(Charge charge) => charge.State == ChargeState.Challenge ? Ask(charge) : Done(charge);

    private static string Ask(Charge charge) => Page(
        "Confirm your payment",
        $"""
        <h1>Is this payment yours?</h1>
        <p>The shop asked for it just now. Nothing is taken before you approve.</p>
        <dl>
        <div><dt>For</dt><dd>{Text(charge.Description ?? "A purchase")}</dd></div>
        <div><dt>Amount</dt><dd>{Text($"{charge.Amount}")}</dd></div>
        </dl>
        <form method="post">
        <button class="go" type="submit" name="answer" value="approve">Approve</button>
        <button type="submit" name="answer" value="decline">Decline</button>
        </form>
        <p class="note">This is a demonstration. No real money moves.</p>
        """);

    private static string Done(Charge charge)
    {
        var words = charge.State switch
        {
            ChargeState.Succeeded or ChargeState.Authorized => "You approved this payment",
            ChargeState.Declined => "You declined this payment",
            _ => "This payment was given up",
        };
        return Page(words, $"""
            <h1>{words}</h1><p>There is nothing left to do here.</p><p>&nbsp;</p>
            <a class="back" href="{Text(AnswerChallenge.Back(charge))}">Back to the shop</a>
            """);
    }

    private static string Page(string title, string content) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex"><title>{title} – Demo Bank</title><style>{Style}</style></head>
        <body><main><div class="bank">{Shield}Demo Bank</div>
        {content}
        </main></body></html>
        """;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
