using System.Globalization;
using System.Text;

namespace Tradepost.Notifications.Letters;

/// <summary>Keeps what is written, up to a limit: no letter grows without end.</summary>
internal sealed class BoundedWriter(int limit) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder written = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Bounded(1).Append(value);

    public override void Write(string? value) => Bounded(value?.Length ?? 0).Append(value);

    public override void Write(char[] buffer, int index, int count) => Bounded(count).Append(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Bounded(buffer.Length).Append(buffer);

    public override string ToString() => written.ToString();

    private StringBuilder Bounded(int more) => written.Length + more <= limit
        ? written
        : throw new InvalidOperationException($"The letter is longer than {limit} characters.");
}
