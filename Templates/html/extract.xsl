<?xml version="1.0" encoding="UTF-8"?>
<!-- All that the register holds of a person, as a letter to that person. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:e="urn:trygghetsregister:extract:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="e f">
  <xsl:import href="parts/page.xsl"/>
  <xsl:import href="parts/letter.xsl"/>
  <xsl:import href="parts/listing.xsl"/>

  <xsl:template match="/e:extract">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:message('extract.title')"/>
      <xsl:with-param name="body">
        <xsl:call-template name="letterhead"/>
        <main>
          <xsl:apply-templates select="e:recipient"/>
          <h1><xsl:value-of select="f:message('extract.title')"/></h1>
          <p class="lead"><xsl:value-of select="f:message('extract.lead', 'day', f:date(string(@issued)))"/></p>
          <xsl:call-template name="person"/>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:membership"/>
            <xsl:with-param name="heading">extract.memberships</xsl:with-param>
            <xsl:with-param name="columns">extract.ring extract.period extract.household extract.alias extract.remark</xsl:with-param>
            <xsl:with-param name="widths">34 24 12 14 16</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:attendance"/>
            <xsl:with-param name="heading">extract.attendance</xsl:with-param>
            <xsl:with-param name="columns">extract.day extract.ring extract.occasion extract.recorded</xsl:with-param>
            <xsl:with-param name="widths">16 20 34 30</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:session"/>
            <xsl:with-param name="heading">extract.sessions</xsl:with-param>
            <xsl:with-param name="columns">extract.day extract.time extract.module extract.provider extract.as</xsl:with-param>
            <xsl:with-param name="widths">15 15 28 27 15</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:enrolment"/>
            <xsl:with-param name="heading">extract.enrolments</xsl:with-param>
            <xsl:with-param name="columns">extract.programme extract.period extract.work extract.checked</xsl:with-param>
            <xsl:with-param name="widths">26 22 26 26</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:approval"/>
            <xsl:with-param name="heading">extract.approvals</xsl:with-param>
            <xsl:with-param name="columns">extract.as extract.period extract.basis</xsl:with-param>
            <xsl:with-param name="widths">40 25 35</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:mediation"/>
            <xsl:with-param name="heading">extract.mediations</xsl:with-param>
            <xsl:with-param name="columns">extract.month extract.held extract.agreed</xsl:with-param>
            <xsl:with-param name="widths">34 33 33</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:decision"/>
            <xsl:with-param name="heading">extract.yearly</xsl:with-param>
            <xsl:with-param name="columns">statement.year extract.outcome statement.attendance statement.amount extract.day</xsl:with-param>
            <xsl:with-param name="widths">13 34 16 20 17</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:document"/>
            <xsl:with-param name="heading">extract.documents</xsl:with-param>
            <xsl:with-param name="columns">statement.number extract.document extract.day</xsl:with-param>
            <xsl:with-param name="widths">30 45 25</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:disclosure"/>
            <xsl:with-param name="heading">extract.disclosures</xsl:with-param>
            <xsl:with-param name="columns">extract.recipient extract.what statement.amount extract.day</xsl:with-param>
            <xsl:with-param name="widths">24 32 22 22</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="listing">
            <xsl:with-param name="rows" select="e:handling"/>
            <xsl:with-param name="heading">extract.handlings</xsl:with-param>
            <xsl:with-param name="columns">extract.when extract.role extract.purpose extract.kind</xsl:with-param>
            <xsl:with-param name="widths">21 18 41 20</xsl:with-param>
          </xsl:call-template>
          <p class="small"><xsl:value-of select="f:message('extract.note')"/></p>
          <section class="note">
            <h2><xsl:value-of select="f:message('privacy.heading.5')"/></h2>
            <p><xsl:value-of select="f:message('extract.rights')"/></p>
            <p><xsl:value-of select="concat(f:message('privacy.text.1'), ' ', f:message('privacy.text.4'))"/></p>
          </section>
        </main>
        <footer>
          <p><xsl:value-of select="f:message('statement.proposal')"/></p>
          <p class="identity"><xsl:value-of select="concat(f:message('extract.title'), ' ', @issued)"/></p>
        </footer>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="person">
    <section>
      <h2><xsl:value-of select="f:message('extract.person')"/></h2>
      <table class="facts">
        <tbody>
          <xsl:call-template name="fact"><xsl:with-param name="label">extract.name</xsl:with-param><xsl:with-param name="value" select="e:recipient/e:name"/></xsl:call-template>
          <xsl:call-template name="fact"><xsl:with-param name="label">statement.person</xsl:with-param><xsl:with-param name="value" select="e:person/@number"/></xsl:call-template>
          <xsl:call-template name="fact"><xsl:with-param name="label">extract.born</xsl:with-param><xsl:with-param name="value" select="e:person/@born"/></xsl:call-template>
          <xsl:call-template name="fact"><xsl:with-param name="label">extract.died</xsl:with-param><xsl:with-param name="value" select="e:person/@died"/></xsl:call-template>
          <xsl:if test="e:person/@level">
            <xsl:call-template name="fact"><xsl:with-param name="label">extract.level</xsl:with-param><xsl:with-param name="value" select="f:message(string(e:person/@level))"/></xsl:call-template>
          </xsl:if>
          <xsl:if test="e:recipient/e:street">
            <xsl:call-template name="fact"><xsl:with-param name="label">extract.address</xsl:with-param><xsl:with-param name="value" select="concat(e:recipient/e:street, ', ', e:recipient/e:postcode, ' ', e:recipient/e:city)"/></xsl:call-template>
          </xsl:if>
          <xsl:if test="e:person/@protected">
            <xsl:call-template name="fact"><xsl:with-param name="label">extract.protection</xsl:with-param><xsl:with-param name="value" select="f:message('extract.protected')"/></xsl:call-template>
          </xsl:if>
          <xsl:for-each select="e:former">
            <xsl:call-template name="fact"><xsl:with-param name="label">extract.former</xsl:with-param><xsl:with-param name="value" select="concat(., ', ', @number)"/></xsl:call-template>
          </xsl:for-each>
          <xsl:for-each select="e:former-address">
            <xsl:call-template name="fact"><xsl:with-param name="label">extract.former-address</xsl:with-param><xsl:with-param name="value" select="."/></xsl:call-template>
          </xsl:for-each>
          <xsl:for-each select="e:role">
            <xsl:call-template name="fact"><xsl:with-param name="label">extract.account</xsl:with-param><xsl:with-param name="value" select="f:message(string(@code))"/></xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="fact"><xsl:with-param name="label">extract.attested</xsl:with-param><xsl:with-param name="value" select="e:person/@attested"/></xsl:call-template>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value)">
      <tr><th scope="row"><xsl:value-of select="f:message(string($label))"/></th><td><xsl:value-of select="$value"/></td></tr>
    </xsl:if>
  </xsl:template>

  <xsl:template match="e:membership" mode="cells">
    <td><xsl:value-of select="."/><xsl:text>, </xsl:text><span class="ring"><xsl:value-of select="@ring"/></span></td>
    <td><xsl:call-template name="period"><xsl:with-param name="from" select="@joined"/><xsl:with-param name="to" select="@left"/></xsl:call-template></td>
    <td><xsl:value-of select="@household"/></td>
    <td><xsl:value-of select="@alias"/></td>
    <td>
      <xsl:if test="@contact"><xsl:value-of select="f:message('participants.contact')"/></xsl:if>
      <xsl:if test="@contact and @primary = 'false'">, </xsl:if>
      <xsl:if test="@primary = 'false'"><xsl:value-of select="f:message('extract.secondary')"/></xsl:if>
    </td>
  </xsl:template>

  <xsl:template match="e:attendance" mode="cells">
    <td><time><xsl:value-of select="@day"/></time></td>
    <td><span class="ring"><xsl:value-of select="@ring"/></span></td>
    <td><xsl:value-of select="@occasion"/></td>
    <td>
      <xsl:for-each select="e:status"><xsl:if test="position() &gt; 1">, <xsl:value-of select="f:message('extract.then')"/><xsl:text> </xsl:text></xsl:if><xsl:value-of select="f:message(string(.))"/></xsl:for-each>
      <xsl:if test="not(e:status)"><xsl:value-of select="f:message('extract.called')"/></xsl:if>
      <xsl:if test="@attested"><xsl:value-of select="concat(', ', f:message('extract.is-attested'))"/></xsl:if>
    </td>
  </xsl:template>

  <xsl:template match="e:session" mode="cells">
    <td><time><xsl:value-of select="@day"/></time></td>
    <td><span class="dates"><xsl:value-of select="concat(@from, '–', @to)"/></span></td>
    <td>
      <xsl:choose>
        <xsl:when test="contains(' OBS DEE POL JUR KON MED BUR KUL PRA RJ ', concat(' ', @module, ' '))"><xsl:value-of select="f:message(concat('certificate.module-', @module))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@module"/></xsl:otherwise>
      </xsl:choose>
    </td>
    <td><xsl:value-of select="."/></td>
    <td>
      <xsl:choose>
        <xsl:when test="@participant = 'true'"><xsl:value-of select="f:message('extract.participant')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="f:message('extract.trainer')"/></xsl:otherwise>
      </xsl:choose>
    </td>
  </xsl:template>

  <xsl:template match="e:enrolment" mode="cells">
    <td><xsl:value-of select="f:message(concat('certificate.programme-', @programme))"/></td>
    <td><xsl:call-template name="period"><xsl:with-param name="from" select="@from"/><xsl:with-param name="to" select="@to"/></xsl:call-template></td>
    <td>
      <xsl:if test="@profession"><xsl:value-of select="f:message(concat('extract.', @profession))"/></xsl:if>
      <xsl:if test="@profession and @employer">, </xsl:if>
      <xsl:value-of select="@employer"/>
      <xsl:if test="@fte"><xsl:value-of select="concat(', ', @fte)"/></xsl:if>
    </td>
    <td>
      <xsl:for-each select="@profession-verified | @references-checked | @background-checked">
        <xsl:if test="position() &gt; 1"><br/></xsl:if>
        <xsl:value-of select="concat(f:message(concat('extract.', local-name())), ' ', .)"/>
      </xsl:for-each>
    </td>
  </xsl:template>

  <xsl:template match="e:approval" mode="cells">
    <td>
      <xsl:value-of select="f:message(concat('extract.', @as))"/>
      <xsl:if test="@programme"><xsl:value-of select="concat(', ', f:message(concat('certificate.programme-', @programme)))"/></xsl:if>
    </td>
    <td><xsl:call-template name="period"><xsl:with-param name="from" select="@from"/><xsl:with-param name="to" select="@to"/></xsl:call-template></td>
    <td><xsl:value-of select="."/></td>
  </xsl:template>

  <xsl:template match="e:mediation" mode="cells">
    <td><xsl:value-of select="@month"/></td>
    <td><xsl:value-of select="@mediations"/></td>
    <td><xsl:value-of select="@agreements"/></td>
  </xsl:template>

  <xsl:template match="e:decision" mode="cells">
    <td><xsl:value-of select="@year"/></td>
    <td>
      <xsl:value-of select="f:message(string(@outcome))"/>
      <xsl:text>, </xsl:text>
      <xsl:value-of select="f:message(string(@status))"/>
      <xsl:if test="@version &gt; 1"><xsl:value-of select="concat(', version ', @version)"/></xsl:if>
    </td>
    <td><xsl:value-of select="f:message('statement.of', 'attended', string(@attended), 'counted', string(@counted))"/></td>
    <td><xsl:value-of select="f:message('statement.kronor', 'amount', f:amount(string(@amount)))"/></td>
    <td><time><xsl:value-of select="@day"/></time></td>
  </xsl:template>

  <xsl:template match="e:document" mode="cells">
    <td><xsl:value-of select="@number"/></td>
    <td>
      <xsl:choose>
        <xsl:when test="@letter"><xsl:value-of select="f:message(concat('document.letter-', @letter))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="f:message(concat('document.', @kind))"/></xsl:otherwise>
      </xsl:choose>
    </td>
    <td><time><xsl:value-of select="@issued"/></time></td>
  </xsl:template>

  <xsl:template match="e:disclosure" mode="cells">
    <td>Skatteverket</td>
    <td>
      <xsl:value-of select="f:message('extract.control-statement', 'year', string(@year))"/>
      <xsl:if test="@removed"><xsl:value-of select="concat(', ', f:message('extract.removed', 'day', string(@removed)))"/></xsl:if>
    </td>
    <td><xsl:value-of select="f:message('statement.kronor', 'amount', f:amount(string(@amount)))"/></td>
    <td><time><xsl:value-of select="@sent"/></time></td>
  </xsl:template>

  <xsl:template match="e:handling" mode="cells">
    <td><span class="dates"><xsl:value-of select="concat(@day, ' ', @time)"/></span></td>
    <td><xsl:value-of select="f:message(string(@role))"/></td>
    <td>
      <xsl:value-of select="f:message(concat('act.', @act))"/>
      <xsl:if test="@subject"><xsl:text>, </xsl:text><span class="ring"><xsl:value-of select="@subject"/></span></xsl:if>
      <xsl:if test="string(.)"><br/><xsl:value-of select="f:message('extract.stated', 'reason', string(.))"/></xsl:if>
    </td>
    <td><xsl:value-of select="f:message(concat('extract.', @how))"/></td>
  </xsl:template>
</xsl:stylesheet>
