using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing.Taxes.Presets;

/// <summary>Staff take a table of taxes over, or (dryRun) look at what that would change. Doing it again changes nothing.</summary>
internal static class ApplyTaxPreset
{
    internal sealed record Request(bool? AppliesToShipping, IReadOnlyList<string>? Countries, bool? Replace) : IChecked
    {
        public PresetChoice Choice => new(
            AppliesToShipping, Countries is { Count: > 0 } some ? [.. some.Select(code => code.Trim().ToUpperInvariant())] : null,
            Replace ?? false);

        // Which countries there are depends on the table.
        public void Check(Faults faults)
        {
        }
    }

    /// <summary>One tax of the table, and what becomes of it.</summary>
    internal sealed record Change(
        string Kind, string Name, string Country, string? State, string TaxClass, IReadOnlyList<string>? PostalCodes,
        IReadOnlyList<string>? ExceptPostalCodes, string Percent, string? PercentBefore, bool AppliesToShipping);

    internal sealed record Result(
        string Id, bool DryRun, int Created, int Updated, int Removed, int Unchanged, IReadOnlyList<string> NewTaxClasses,
        IReadOnlyList<Change> Changes);

    internal static async Task<IResult> Handle(string id, Body<Request> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        var dryRun = QueryValues.Flag(http.Request.Query, "dryRun", faults) ?? false;
        if (TaxPreset.Find(id) is not { } preset)
        {
            return SettingsErrors.TaxPresetNotFound.Refuse().ToResult();
        }

        var choice = body.Value.Choice;
        foreach (var (index, code) in (choice.Countries ?? []).Index())
        {
            faults.Unless(preset.Countries.Contains(code), $"countries[{index}]", "is not a country of this table");
        }

        return faults.Refusal() is { } refusal ? refusal.ToResult()
            : dryRun ? (await Look(db, preset, choice, cancel)).Ok()
            : (await db.Write("pricing.apply_tax_preset", tx => Apply(tx, preset, choice), cancel)).Ok();
    }

    private static async Task<Outcome<Result>> Look(Database db, TaxPreset preset, PresetChoice choice, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        var plan = PresetPlan.Of(await Concerned(context, preset, choice).AsNoTracking().ToListAsync(cancel), preset, choice);
        return Told(preset, plan, await NewClasses(context, plan, cancel), dryRun: true);
    }

    private static async Task<Outcome<Result>> Apply(Tx tx, TaxPreset preset, PresetChoice choice)
    {
        // One after the other, and staff who edit a tax meanwhile wait: the plan is about what is there.
        await tx.Execute($"lock table pricing.tax_rates in share row exclusive mode");
        var context = tx.Use<PricingDb>();
        var plan = PresetPlan.Of(await Concerned(context, preset, choice).ToListAsync(tx.Cancel), preset, choice);
        var classes = await NewClasses(context, plan, tx.Cancel);
        foreach (var code in classes)
        {
            await tx.Execute(
                $"""
                insert into pricing.tax_classes (id, code, name, created_at, updated_at)
                values ({Guid.CreateVersion7()}, {code}, {TaxPreset.NameOf(code)}, {tx.Now}, {tx.Now}) on conflict (code) do nothing
                """);
        }

        var told = Told(preset, plan, classes, dryRun: false); // before, while the old rates are what they were
        foreach (var step in plan.Steps)
        {
            Do(step, context, tx.Now);
        }

        tx.Touch(Settings.Tag);
        return told;
    }

    private static void Do(PresetPlan.Step step, PricingDb context, DateTimeOffset now)
    {
        if (step.Change == PresetPlan.Step.Removed)
        {
            context.Remove(step.Before!);
        }
        else if (step.Change == PresetPlan.Step.Updated)
        {
            step.Rate.WriteTo(step.Before!);
            (step.Before!.Version, step.Before.UpdatedAt) = (step.Before.Version + 1, now);
        }
        else if (step.Change == PresetPlan.Step.Created)
        {
            var rate = new TaxRate
            {
                Id = Id<TaxRate>.New(), Name = "", Country = "", Percent = 0, AppliesToShipping = false, CreatedAt = now, UpdatedAt = now,
            };
            step.Rate.WriteTo(rate);
            context.Add(rate);
        }
    }

    private static IQueryable<TaxRate> Concerned(PricingDb context, TaxPreset preset, PresetChoice choice)
    {
        string[] countries = [.. choice.Countries ?? preset.Countries];
        return context.TaxRates.Where(rate => countries.Contains(rate.Country));
    }

    private static async Task<string[]> NewClasses(PricingDb context, PresetPlan plan, CancellationToken cancel)
    {
        var known = await context.TaxClasses.Select(some => some.Code).ToListAsync(cancel);
        var wanted = plan.Steps.Where(step => step.Change != PresetPlan.Step.Removed).Select(step => step.Rate.TaxClass!);
        return [.. wanted.Distinct().Except(known)];
    }

    private static Result Told(TaxPreset preset, PresetPlan plan, IReadOnlyList<string> classes, bool dryRun) => new(
        preset.Id, dryRun, plan.Count(PresetPlan.Step.Created), plan.Count(PresetPlan.Step.Updated), plan.Count(PresetPlan.Step.Removed),
        plan.Count(PresetPlan.Step.Unchanged), classes,
        [.. plan.Steps.Where(step => step.Change != PresetPlan.Step.Unchanged).Select(Told)]);

    private static Change Told(PresetPlan.Step step) => new(
        step.Change, step.Rate.Name!, step.Rate.Country!, step.Rate.State, step.Rate.TaxClass!, step.Rate.PostalCodes,
        step.Rate.ExceptPostalCodes, step.Rate.Percent!,
        step.Before is null ? null : Percents.Text(step.Before.Percent), step.Rate.AppliesToShipping!.Value);
}
