<?xml version="1.0" encoding="UTF-8"?>
<!-- A bill in the layout of the government's bills: two columns for changed wording, the full width for what stays. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:d="urn:trygghetsregister:draft:1" exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <!-- Pages have no use for links between them: `screen` or `page`. -->
  <xsl:param name="medium" select="'screen'"/>

  <xsl:template match="/d:bill">
    <html lang="sv">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>Författningsutkast <xsl:value-of select="@ids"/></title>
        <xsl:if test="$medium = 'screen'"><style>
          body { font: 1rem/1.45 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
          h1, h2, h3, h4, .heads { font-weight: bold; line-height: 1.25 }
          h2 { margin-top: 3rem } h3 { margin-top: 2.5rem } nav ol { list-style: none; padding-left: 1.2rem } .heads { padding-top: .6rem }
          .centre { text-align: center; margin: 1rem 0 }
          table { width: 100%; border-collapse: collapse; table-layout: fixed }
          td, th { width: 50%; vertical-align: top; padding: .2rem .8rem .2rem 0; text-align: left }
          th { font-style: italic; font-weight: normal } td + td, th + th { padding: .2rem 0 .2rem .8rem }
          p { margin: 0 0 .3rem } .follows { text-indent: 1.2rem } .point { padding-left: 1.6rem; text-indent: -1.6rem }
          a[role=doc-noteref] { vertical-align: super; font-size: .75em } .notes { counter-reset: n }
          .notes p::before { counter-increment: n; content: counter(n) " " }
          .bar { width: 8rem; margin: 1.5rem auto } .notes { font-size: .85rem }
          .found-error { border-left: .3rem solid #a00; padding-left: .6rem } .found-warning { border-left: .3rem solid #b60; padding-left: .6rem }
          .found-note { border-left: .3rem solid #777; padding-left: .6rem }
          @media print { h2 { break-before: page } }
        </style></xsl:if>
      </head>
      <body>
        <main>
          <h1>Författningsutkast</h1>
          <xsl:if test="count(d:part/d:act) &gt; 1"><xsl:call-template name="contents"/></xsl:if>
          <xsl:for-each select="d:contents/d:chapter">
            <h2 id="{@kind}"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="@title"/></h2>
            <xsl:apply-templates select="." mode="content"/>
          </xsl:for-each>
          <h2 id="fynd">Fynd</h2>
          <xsl:if test="not(d:findings/d:finding)"><p>Inga.</p></xsl:if>
          <xsl:for-each select="d:findings/d:finding">
            <p class="found-{@severity}">
              <strong>
                <xsl:choose>
                  <xsl:when test="@severity = 'error'">Fel</xsl:when>
                  <xsl:when test="@severity = 'warning'">Varning</xsl:when>
                  <xsl:otherwise>Anmärkning</xsl:otherwise>
                </xsl:choose>
              </strong>
              <xsl:text> </xsl:text>
              <xsl:if test="@in = 'source'">källan, </xsl:if>
              <xsl:value-of select="@place"/>: <xsl:value-of select="."/>
              <xsl:text> </xsl:text><code><xsl:value-of select="@code"/></code>
            </p>
          </xsl:for-each>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- On pages the PDF worker makes the table of contents, with the numbers of the pages. -->
  <xsl:template name="contents">
    <nav aria-label="Innehåll" role="doc-toc">
      <xsl:if test="$medium = 'screen'">
        <ol>
          <xsl:for-each select="d:contents/d:chapter">
            <li>
              <a href="#{@kind}"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="@title"/></a>
              <xsl:if test="d:entry">
                <ol>
                  <xsl:for-each select="d:entry">
                    <li><a href="#{@ref}"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="."/></a></li>
                  </xsl:for-each>
                </ol>
              </xsl:if>
            </li>
          </xsl:for-each>
          <li><a href="#fynd">Fynd</a></li>
        </ol>
      </xsl:if>
    </nav>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'decision']" mode="content">
    <xsl:for-each select="/d:bill/d:decision/d:p"><p><xsl:value-of select="."/></p></xsl:for-each>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'acts' or @kind = 'ordinances']" mode="content">
    <xsl:if test="@kind = 'acts' and /d:bill/@as-proposed = 'false'"><p>Regeringen har följande förslag till lagtext.</p></xsl:if>
    <xsl:apply-templates select="/d:bill/d:part[@kind = current()/@kind]/d:act"/>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'unchanged']" mode="content">
    <xsl:for-each select="/d:bill/d:unchanged"><p><xsl:value-of select="@id"/>. <xsl:value-of select="."/></p></xsl:for-each>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'effects']" mode="content">
    <xsl:for-each select="d:entry">
      <h3 id="{@ref}"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="."/></h3>
      <xsl:for-each select="/d:bill/d:effect[@ref = current()/@ref]/d:p"><p><xsl:value-of select="."/></p></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'commentary']" mode="content">
    <xsl:for-each select="d:entry">
      <xsl:variable name="place" select="position()"/>
      <h3 id="{@ref}"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:value-of select="."/></h3>
      <xsl:for-each select="(/d:bill/d:part/d:act/d:commentary)[$place]/d:comment">
        <h4><xsl:value-of select="@section"/></h4>
        <p><xsl:value-of select="."/></p>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:act">
    <h3 id="{@id}"><xsl:value-of select="@number"/> Förslag till <xsl:value-of select="@title"/></h3>
    <p>
      <xsl:choose>
        <xsl:when test="d:ingress/@reprinted">
          <xsl:value-of select="concat(substring-before(d:ingress/d:opening, @name), @name)"/><a role="doc-noteref" href="#{@id}-f1">1</a><xsl:value-of select="substring-after(d:ingress/d:opening, @name)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="d:ingress/d:opening"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:for-each select="d:ingress/d:clause">
      <p><i>dels</i><xsl:text> </xsl:text><xsl:value-of select="."/><xsl:choose>
        <xsl:when test="position() = last()">.</xsl:when><xsl:otherwise>,</xsl:otherwise></xsl:choose></p>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="@kind = 'amending' and d:section">
        <table class="columns">
          <thead><tr><th scope="col">Nuvarande lydelse</th><th scope="col">Föreslagen lydelse</th></tr></thead>
          <tbody><xsl:apply-templates select="d:section | d:chapter" mode="columns"/></tbody>
        </table>
      </xsl:when>
      <xsl:when test="@kind = 'new'"><xsl:apply-templates select="d:section" mode="plain"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="d:quote"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="d:in-force/d:p">
      <hr class="bar"/>
      <xsl:for-each select="d:in-force/d:p">
        <p><xsl:if test="last() &gt; 1"><xsl:value-of select="position()"/>. </xsl:if><xsl:value-of select="."/></p>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="d:section/@latest or d:ingress/@reprinted">
      <div class="notes">
        <xsl:for-each select="d:ingress[@reprinted] | d:section[@latest]">
          <div role="doc-footnote" id="{../@id}-f{position()}"><p>
            <xsl:choose>
              <xsl:when test="@reprinted"><xsl:value-of select="@reprinted"/></xsl:when>
              <xsl:otherwise>Senaste lydelse <xsl:value-of select="@latest"/>.</xsl:otherwise>
            </xsl:choose>
          </p></div>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:chapter" mode="columns">
    <tr class="opens"><td colspan="2"><p class="centre"><xsl:value-of select="@number"/> kap. <xsl:value-of select="."/></p></td></tr>
  </xsl:template>

  <xsl:template match="d:section" mode="columns">
    <xsl:variable name="before" select="preceding-sibling::*[self::d:section or self::d:chapter][1]"/>
    <xsl:if test="@chapter and not($before[self::d:section]/@chapter = @chapter or $before[self::d:chapter]/@number = @chapter)">
      <tr class="opens"><td colspan="2"><p class="centre"><xsl:value-of select="@chapter"/> kap.</p></td></tr>
    </xsl:if>
    <xsl:if test="d:heading">
      <tr class="opens">
        <td class="heads"><xsl:for-each select="d:old-heading"><p><b><xsl:value-of select="."/></b></p></xsl:for-each></td>
        <td class="heads"><xsl:for-each select="d:heading"><p><b><i><xsl:value-of select="."/></i></b></p></xsl:for-each></td>
      </tr>
    </xsl:if>
    <tr class="opens">
      <td colspan="2">
        <xsl:variable name="note" select="count(preceding-sibling::d:section[@latest] | ../d:ingress[@reprinted]) + 1"/>
        <p class="centre"><xsl:value-of select="@number"/> §<xsl:if test="@latest"><a role="doc-noteref"
          href="#{../@id}-f{$note}"><xsl:value-of select="$note"/></a></xsl:if></p>
      </td>
    </tr>
    <xsl:for-each select="d:paragraph">
      <tr>
        <xsl:choose>
          <xsl:when test="@status = 'same'"><td colspan="2" class="whole"><xsl:apply-templates select="d:line" mode="new"/></td></xsl:when>
          <xsl:otherwise>
            <td><xsl:apply-templates select="d:line[@old]" mode="old"/></td>
            <td><xsl:apply-templates select="d:line[@new]" mode="new"/></td>
          </xsl:otherwise>
        </xsl:choose>
      </tr>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:section" mode="plain">
    <xsl:for-each select="d:heading"><p class="heads"><b><xsl:value-of select="."/></b></p></xsl:for-each>
    <xsl:for-each select="d:paragraph">
      <xsl:variable name="first" select="position() = 1"/>
      <xsl:for-each select="d:line">
        <p>
          <xsl:call-template name="indent"/>
          <xsl:if test="$first and position() = 1"><b><xsl:value-of select="../../@number"/> §</b><xsl:text>  </xsl:text></xsl:if>
          <xsl:if test="@new != ''"><xsl:value-of select="@new"/><xsl:text>&#160;</xsl:text></xsl:if>
          <xsl:if test="@term"><i><xsl:value-of select="@term"/></i>: </xsl:if>
          <xsl:value-of select="."/>
        </p>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:line[@kind = 'omitted']" mode="old" priority="1"><p>– – –</p></xsl:template>
  <xsl:template match="d:line[@kind = 'omitted']" mode="new" priority="1"><p>– – –</p></xsl:template>

  <xsl:template match="d:line" mode="old">
    <p>
      <xsl:call-template name="indent"/>
      <xsl:call-template name="label"><xsl:with-param name="own" select="@old"/><xsl:with-param name="other" select="@new"/></xsl:call-template>
      <xsl:apply-templates select="d:same | d:del"/>
    </p>
  </xsl:template>

  <xsl:template match="d:line" mode="new">
    <p>
      <xsl:call-template name="indent"/>
      <xsl:call-template name="label"><xsl:with-param name="own" select="@new"/><xsl:with-param name="other" select="@old"/></xsl:call-template>
      <xsl:apply-templates select="d:same | d:ins"/>
    </p>
  </xsl:template>

  <!-- The first line of a paragraph is set in, but for the first paragraph of a section. -->
  <xsl:template name="indent">
    <xsl:choose>
      <xsl:when test="@kind = 'point'"><xsl:attribute name="class">point</xsl:attribute></xsl:when>
      <xsl:when test="not(preceding-sibling::d:line) and ../preceding-sibling::d:paragraph"><xsl:attribute name="class">follows</xsl:attribute></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A number that differs is italic like any other word. -->
  <xsl:template name="label">
    <xsl:param name="own"/>
    <xsl:param name="other"/>
    <xsl:if test="$own != ''">
      <xsl:choose>
        <xsl:when test="$own = $other"><xsl:value-of select="$own"/></xsl:when>
        <xsl:otherwise><i><xsl:value-of select="$own"/></i></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:same | d:del | d:ins">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="@space"/></xsl:if>
    <xsl:choose>
      <xsl:when test="self::d:same"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><i><xsl:value-of select="."/></i></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:quote">
    <xsl:choose>
      <xsl:when test="@wording = 'true'">
        <table class="columns">
          <thead><tr><th scope="col">Nuvarande lydelse</th><th scope="col">Föreslagen lydelse</th></tr></thead>
          <tbody>
            <xsl:if test="@section"><tr class="opens"><td colspan="2"><p class="centre"><xsl:value-of select="@section"/></p></td></tr></xsl:if>
            <tr><td/><td><xsl:for-each select="d:p"><p><i><xsl:value-of select="."/></i></p></xsl:for-each></td></tr>
          </tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><blockquote><xsl:for-each select="d:p"><p><xsl:value-of select="."/></p></xsl:for-each></blockquote></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
