using FsCheck;
using FsCheck.Fluent;
using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Import;

namespace Tradepost.UnitTests.Catalog;

public sealed class CategoryTests
{
    [Theory]
    [InlineData("HP 80 Original Cyan", "t_printing_colours", "ink")]
    [InlineData("Xerox Black toner cartridge. Equivalent to HP Q2610A", "t_type", "toner")]
    [InlineData("Lenovo V15 Notebook Gray 39.6 cm (15.6\") 1920 x 1080 pixels Intel Core i5 8 GB DDR4-SDRAM 256 GB SSD",
        "n_display_diagonal", "laptops")]
    [InlineData("Targus Classic 15.6\" notebook case Backpack", "t_material", "bags")]
    [InlineData("C2G 7ft Cat5E networking cable Gray", "n_cable_length", "network-cables")]
    [InlineData("Verbatim DVD+R 4.7GB 16X 25pk Spindle 25 pc(s)", "t_type", "blank-media")]
    [InlineData("Samsung Galaxy A41 SM-A415F 4 GB 64 GB 4G USB Type-C Blue 3500 mAh", "n_display_diagonal", "phones")]
    [InlineData("APC Smart-UPS 2200VA uninterruptible power supply (UPS) 1980 W", "n_output_power", "ups")]
    [InlineData("Intel Xeon E5630 processor 2.53 GHz Box 12 MB L2", "t_processor_socket", "processors")]
    [InlineData("DELL PowerEdge R440 server Intel Xeon Silver Rack (1U)", "t_processor_family", "servers")]
    [InlineData("Kensington MicroSaver", "t_type", "other")]
    public void A_title_tells_the_category(string title, string attribute, string slug) =>
        Assert.Equal(slug, CategoryRules.Of(title, [attribute]));

    [Fact]
    public void Whatever_the_title_there_is_a_category_with_a_place_in_the_tree() => Prop.ForAll<NonNull<string>>(title =>
        CategoryRules.Path(CategoryRules.Of(title.Get, [])) is { Count: 2 } path && path[1].ParentSlug == path[0].Slug)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_category_counts_what_is_below_it()
    {
        var (root, child, leaf, other) = (Node("root"), Node("child"), Node("leaf"), Node("other"));
        child = child with { ParentId = root.Id };
        leaf = leaf with { ParentId = child.Id };
        var tree = new CategoryTree([leaf, other, child, root]);
        var rolled = tree.Rolled([KeyValuePair.Create(leaf.Id, 3), KeyValuePair.Create(child.Id, 2),
            KeyValuePair.Create(CategoryId.New(), 9)]);
        Assert.Equal((5, 5, 3), (rolled[root.Id], rolled[child.Id], rolled[leaf.Id]));
        Assert.False(rolled.ContainsKey(other.Id));
    }

    [Fact]
    public void Parents_stand_before_children_and_siblings_in_their_order()
    {
        var root = Node("root");
        var (second, first) = (Node("b") with { ParentId = root.Id, Position = 2 }, Node("z") with { ParentId = root.Id, Position = 1 });
        var tree = new CategoryTree([second, first, root]);
        Assert.Equal(["root", "z", "b"], tree.All.Select(node => node.Slug));
        Assert.Equal(["root", "z"], tree.Path(first).Select(above => above.Slug));
        Assert.Equal(first, tree.Find(first.Id.ToString()));
        Assert.Equal(first, tree.Find("Z"));
    }

    private static CategoryTree.Node Node(string name) => new(CategoryId.New(), null, name, name, null, null, 0);
}
