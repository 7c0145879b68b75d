using System.Diagnostics;
using System.Globalization;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.UnitTests.PrivateCluster;

public class PostmasterFileTests
{
    [Fact]
    public void A_process_that_names_the_folder_is_its_server()
    {
        using var data = new Scratch();
        // Any program that stays and has the folder among its words will do.
        using var process = Process.Start("tail", ["-f", "/dev/null", data.File("log"), "--", data.Path]);
        Write(data, process.Id);

        Assert.Equal(new PostmasterFile(process.Id, 5555), PostmasterFile.OfRunning(data.Path));

        process.Kill();
        process.WaitForExit();
        Assert.Null(PostmasterFile.OfRunning(data.Path));
    }

    [Fact]
    public void A_living_process_that_is_something_else_is_not_taken_for_the_server()
    {
        using var data = new Scratch();
        Write(data, Environment.ProcessId);
        Assert.Null(PostmasterFile.OfRunning(data.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("x\n\n\n5432\n")]
    public void A_file_that_is_being_written_says_nothing(string text)
    {
        using var data = new Scratch();
        data.File("postmaster.pid", text);
        Assert.Null(PostmasterFile.OfRunning(data.Path));
    }

    private static void Write(Scratch data, int process) =>
        data.File("postmaster.pid", string.Join('\n', process.ToString(CultureInfo.InvariantCulture), data.Path, "1700000000", "5555", ""));
}
