<?xml version="1.0" encoding="UTF-8"?>
<!-- A year's decisions in figures: each chart with a table that says the same, in one file. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:y="urn:trygghetsregister:year-summary:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="y f">
  <xsl:import href="parts/page.xsl"/>
  <xsl:import href="parts/letter.xsl"/>
  <xsl:import href="parts/bars.xsl"/>

  <!-- How many municipalities the picture has room for; the table has them all. -->
  <xsl:variable name="pictured" select="12"/>
  <xsl:variable name="hidden" select="f:message('summary.hidden')"/>

  <xsl:template match="/y:summary">
    <xsl:variable name="title" select="f:message('summary.title', 'year', string(@year))"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="body">
        <xsl:call-template name="letterhead"/>
        <main>
          <h1>
            <span class="kicker"><xsl:value-of select="f:message('statement.subject')"/></span>
            <xsl:value-of select="$title"/>
          </h1>
          <p class="lead">
            <xsl:choose>
              <xsl:when test="@amount"><xsl:value-of select="f:message('summary.lead', 'granted', f:amount(string(y:outcome[@code = 'BEVILJAS']/@persons)), 'amount', f:amount(string(@amount)))"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="f:message('summary.lead-hidden')"/></xsl:otherwise>
            </xsl:choose>
          </p>
          <p>
            <xsl:choose>
              <xsl:when test="@locked"><xsl:value-of select="f:message('summary.locked', 'day', f:date(string(@locked)))"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="f:message('summary.open')"/></xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <xsl:value-of select="f:message('summary.suppressed', 'smallest', string(@smallest))"/>
          </p>
          <section>
            <h2><xsl:value-of select="f:message('summary.outcomes')"/></h2>
            <xsl:call-template name="chart">
              <xsl:with-param name="id">outcomes</xsl:with-param>
              <xsl:with-param name="rows" select="y:outcome"/>
              <xsl:with-param name="first">summary.outcome</xsl:with-param>
            </xsl:call-template>
          </section>
          <xsl:if test="y:outcome/y:reason">
            <section>
              <h2><xsl:value-of select="f:message('summary.reasons')"/></h2>
              <xsl:call-template name="chart">
                <xsl:with-param name="id">reasons</xsl:with-param>
                <xsl:with-param name="rows" select="y:outcome/y:reason"/>
                <xsl:with-param name="first">summary.reason</xsl:with-param>
              </xsl:call-template>
            </section>
          </xsl:if>
          <xsl:if test="y:place">
            <section>
              <h2><xsl:value-of select="f:message('summary.places')"/></h2>
              <xsl:call-template name="places"/>
            </section>
          </xsl:if>
        </main>
        <footer><p><xsl:value-of select="f:message('summary.proposal')"/></p></footer>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A chart of one count a row, and its table. -->
  <xsl:template name="chart">
    <xsl:param name="id"/>
    <xsl:param name="rows"/>
    <xsl:param name="first"/>
    <xsl:variable name="most">
      <xsl:for-each select="$rows[@persons]">
        <xsl:sort select="@persons" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="@persons"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="bars">
      <xsl:with-param name="id" select="$id"/>
      <xsl:with-param name="title" select="f:message(concat('summary.', $id))"/>
      <xsl:with-param name="description" select="f:message(concat('summary.chart-', $id))"/>
      <xsl:with-param name="rows" select="$rows"/>
      <xsl:with-param name="most" select="$most"/>
    </xsl:call-template>
    <table class="figures">
      <caption class="listened"><xsl:value-of select="f:message(concat('summary.', $id))"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="f:message($first)"/></th>
          <th scope="col" class="number"><xsl:value-of select="f:message('summary.persons')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$rows">
          <tr>
            <th scope="row"><xsl:apply-templates select="." mode="bar-label"/></th>
            <td class="number"><xsl:apply-templates select="." mode="bar-shown"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="places">
    <xsl:variable name="shown" select="y:place[@granted and @refused]"/>
    <xsl:if test="$shown">
      <xsl:variable name="most">
        <xsl:for-each select="$shown">
          <xsl:sort select="@granted + @refused" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="@granted + @refused"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <!-- The count of the last municipality that the picture has room for. -->
      <xsl:variable name="least">
        <xsl:for-each select="$shown">
          <xsl:sort select="@granted + @refused" data-type="number" order="descending"/>
          <xsl:if test="position() = $pictured or (position() = last() and last() &lt; $pictured)">
            <xsl:value-of select="@granted + @refused"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="bars">
        <xsl:with-param name="id">places</xsl:with-param>
        <xsl:with-param name="title" select="f:message('summary.places')"/>
        <xsl:with-param name="description" select="f:message('summary.chart-places')"/>
        <xsl:with-param name="rows" select="$shown[@granted + @refused &gt;= number($least)][position() &lt;= $pictured]"/>
        <xsl:with-param name="most" select="$most"/>
      </xsl:call-template>
    </xsl:if>
    <table class="figures">
      <caption class="listened"><xsl:value-of select="f:message('summary.places')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="f:message('summary.place')"/></th>
          <th scope="col" class="number"><xsl:value-of select="f:message('summary.granted')"/></th>
          <th scope="col" class="number"><xsl:value-of select="f:message('summary.amount')"/></th>
          <th scope="col" class="number"><xsl:value-of select="f:message('summary.refused')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="y:place">
          <tr>
            <th scope="row"><xsl:value-of select="@name"/></th>
            <td class="number"><xsl:apply-templates select="." mode="count"><xsl:with-param name="count" select="@granted"/></xsl:apply-templates></td>
            <td class="number"><xsl:apply-templates select="." mode="count"><xsl:with-param name="count" select="@amount"/></xsl:apply-templates></td>
            <td class="number"><xsl:apply-templates select="." mode="count"><xsl:with-param name="count" select="@refused"/></xsl:apply-templates></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="*" mode="count">
    <xsl:param name="count"/>
    <xsl:choose>
      <xsl:when test="$count"><xsl:value-of select="f:amount(string($count))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$hidden"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="y:outcome" mode="bar-label"><xsl:value-of select="f:message(concat('summary.', @code))"/></xsl:template>
  <xsl:template match="y:reason" mode="bar-label"><xsl:value-of select="f:message(concat('summary.', @code))"/></xsl:template>
  <xsl:template match="y:place" mode="bar-label"><xsl:value-of select="@name"/></xsl:template>

  <xsl:template match="y:outcome | y:reason" mode="bar-shown">
    <xsl:apply-templates select="." mode="count"><xsl:with-param name="count" select="@persons"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="y:place" mode="bar-shown">
    <xsl:value-of select="f:message('summary.of', 'granted', f:amount(string(@granted)), 'all', f:amount(string(@granted + @refused)))"/>
  </xsl:template>

  <xsl:template match="y:outcome[@code = 'BEVILJAS']" mode="bar-first"><xsl:value-of select="@persons"/></xsl:template>
  <xsl:template match="y:place" mode="bar-first"><xsl:value-of select="@granted"/></xsl:template>
  <xsl:template match="*" mode="bar-first">0</xsl:template>
  <xsl:template match="y:place" mode="bar-second"><xsl:value-of select="@refused"/></xsl:template>
  <xsl:template match="y:outcome[@code = 'BEVILJAS']" mode="bar-second">0</xsl:template>
  <xsl:template match="*" mode="bar-second"><xsl:value-of select="@persons"/></xsl:template>
</xsl:stylesheet>
